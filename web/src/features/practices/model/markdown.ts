// Reads the Markdown that packages use into a tree; what it does not know stays text. Nothing becomes markup of the page.
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; address: string; parts: Inline[] };

export type Block =
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'paragraph' | 'quote'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Inline[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' };

const marks = /\*\*(.+?)\*\*|__(.+?)__|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|\*(?!\s)([^*]+?)\*|(?<![\p{L}\d])_(?!\s)([^_]+?)_(?![\p{L}\d])/u;

/** Only addresses that a reader may follow; a script or a data address stays words. */
export function safeAddress(address: string): string | null {
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : null;
}

export function readInline(text: string): Inline[] {
  const out: Inline[] = [];
  let rest = text;
  for (let found = marks.exec(rest); found; found = marks.exec(rest)) {
    const [whole, strong, strongToo, code, label, address, em, emToo] = found;
    if (found.index > 0) out.push({ kind: 'text', text: rest.slice(0, found.index) });
    if (strong ?? strongToo) out.push({ kind: 'strong', parts: readInline(strong ?? strongToo ?? '') });
    else if (code) out.push({ kind: 'code', text: code });
    else if (label) {
      const safe = safeAddress(address ?? '');
      out.push(safe ? { kind: 'link', address: safe, parts: readInline(label) } : { kind: 'text', text: label });
    } else out.push({ kind: 'em', parts: readInline(em ?? emToo ?? '') });
    rest = rest.slice(found.index + whole.length);
  }
  if (rest) out.push({ kind: 'text', text: rest });
  return out;
}

const cellsOf = (line: string) => line.trim().replace(/^\||\|$/g, '').split('|').map((cell) => readInline(cell.trim()));
const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;
const starts = /^(#{1,6}\s|```|>|\s*([-*+]|\d+[.)])\s|\||\s*(-{3,}|\*{3,})\s*$)/;

export function readMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  const out: Block[] = [];
  let at = 0;
  const line = () => lines[at] ?? '';
  const takeWhile = (fits: (text: string) => boolean) => {
    const taken: string[] = [];
    while (at < lines.length && fits(line())) taken.push(lines[at++] ?? '');
    return taken;
  };

  while (at < lines.length) {
    const text = line();
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(text);
    if (!text.trim()) at += 1;
    else if (heading) {
      out.push({ kind: 'heading', level: heading[1]?.length ?? 1, parts: readInline(heading[2] ?? '') });
      at += 1;
    } else if (text.startsWith('```')) {
      at += 1;
      out.push({ kind: 'code', text: takeWhile((each) => !each.startsWith('```')).join('\n') });
      at += 1;
    } else if (/^\s*(-{3,}|\*{3,})\s*$/.test(text)) {
      out.push({ kind: 'rule' });
      at += 1;
    } else if (text.startsWith('>')) {
      out.push({ kind: 'quote', parts: readInline(takeWhile((each) => each.startsWith('>')).map((each) => each.replace(/^>\s?/, '')).join(' ')) });
    } else if (text.startsWith('|') && /^\|?[\s:|-]+\|?$/.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) {
      const rows = takeWhile((each) => each.startsWith('|'));
      out.push({ kind: 'table', head: cellsOf(rows[0] ?? ''), rows: rows.slice(2).map(cellsOf) });
    } else if (item.test(text)) {
      const number = item.exec(text)?.[1];
      const ordered = number !== undefined;
      const items: string[] = [];
      while (at < lines.length && line().trim()) {
        const found = item.exec(line());
        if (found && (found[1] !== undefined) !== ordered && !/^\s/.test(line())) break;
        if (found) items.push(found[2] ?? '');
        else if (starts.test(line())) break;
        else items.push(`${items.pop() ?? ''} ${line().trim()}`);
        at += 1;
      }
      out.push({ kind: 'list', ordered, start: Number(number ?? 1), items: items.map(readInline) });
    } else {
      const first = lines[at++] ?? '';
      out.push({ kind: 'paragraph', parts: readInline([first, ...takeWhile((each) => each.trim() !== '' && !starts.test(each))].join(' ')) });
    }
  }
  return out;
}
