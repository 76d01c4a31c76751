import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { readMarkdown, type Block, type Inline } from '../model/markdown';

function inline(parts: readonly Inline[]): ComponentChildren {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text': return part.text;
      case 'code': return <code key={index}>{part.text}</code>;
      case 'strong': return <strong key={index}>{inline(part.parts)}</strong>;
      case 'em': return <em key={index}>{inline(part.parts)}</em>;
      case 'link': return <a key={index} href={part.address} rel="noreferrer" target="_blank">{inline(part.parts)}</a>;
    }
  });
}

function Heading({ level, children }: { level: number; children: ComponentChildren }) {
  if (level <= 3) return <h3>{children}</h3>;
  if (level === 4) return <h4>{children}</h4>;
  return <h5>{children}</h5>;
}

function One({ block, under }: { block: Block; under: number }) {
  switch (block.kind) {
    case 'heading': return <Heading level={Math.max(block.level, 2) + under - 1}>{inline(block.parts)}</Heading>;
    case 'paragraph': return <p>{inline(block.parts)}</p>;
    case 'quote': return <blockquote>{inline(block.parts)}</blockquote>;
    case 'code': return <pre>{block.text}</pre>;
    case 'rule': return <hr />;
    case 'list': {
      const items = block.items.map((parts, index) => <li key={index}>{inline(parts)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <div class="prose-table" tabIndex={0} role="group">
          <table>
            <thead>
              <tr>{block.head.map((cell, index) => <th key={index} scope="col">{inline(cell)}</th>)}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>{row.map((cell, column) => <td key={column}>{inline(cell)}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** Elements made from the text: markup inside of it is shown as words. `under` is the level of the heading above. */
export function Markdown({ source, under = 2, lang }: { source: string; under?: number; lang?: string | undefined }) {
  const blocks = useMemo(() => readMarkdown(source), [source]);
  return (
    <div class="prose" lang={lang}>
      {blocks.map((block, index) => <One key={index} block={block} under={under} />)}
    </div>
  );
}
