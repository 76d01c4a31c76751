// A paper on the screen, from the blocks that also make its PDF.
import type { Block } from '../api';
import './Papers.css';

const classes = (...names: (string | false)[]) => names.filter((each) => each && each !== 'left' && each !== 'text').join(' ');

function Items({ block }: { block: Block }) {
  const counts: number[] = [];
  return (
    <div>
      {block.items.map((item, index) => {
        counts.length = item.level + 1;
        counts[item.level] = (counts[item.level] ?? 0) + 1;
        const mark = block.numbered ? `${Array.from(counts, (each) => each || 1).join('.')}.` : '•';
        return <p key={index} style={{ paddingInlineStart: `${item.level * 1.5 + 1}rem` }}>{mark} {item.text}</p>;
      })}
    </div>
  );
}

function Table({ block }: { block: Block }) {
  const [head, ...rows] = block.rows;
  const align = (column: number) => classes(block.aligns[column] ?? 'left');
  return (
    <table>
      <thead>
        <tr>{head?.cells.map((cell, column) => <th key={column} scope="col" class={align(column)}>{cell}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} class={block.total && index === rows.length - 1 ? 'total' : ''}>
            {row.cells.map((cell, column) => <td key={column} class={align(column)}>{cell}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function One({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <p class={classes(block.level === 1 ? 'paper-title' : 'paper-part', block.align)}>{block.text}</p>;
    case 'paragraph':
      return <p class={classes(block.look, block.align, block.first_line && 'first-line')}>{block.text}</p>;
    case 'list':
      return <Items block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'pairs':
      return (
        <dl class="pairs">
          {block.pairs.flatMap((each, index) => [<dt key={`${index} name`}>{each.name}</dt>, <dd key={`${index} value`}>{each.value}</dd>])}
        </dl>
      );
    case 'signatures':
      return <>{block.pairs.map((each, index) => <div key={index} class="sign"><span>{each.name}</span><span /><span>{each.value}</span></div>)}</>;
    case 'gap':
      return <br />;
    case 'rule':
      return <hr />;
    case 'page':
      return <hr class="page-end" />;
  }
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return <div class="sheet-of-paper">{blocks.map((block, index) => <One key={index} block={block} />)}</div>;
}
