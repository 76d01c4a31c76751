// Which words changed between two texts: the longest common sequence of words.
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

const most = 4_000_000;

export function wordDifference(before: string, after: string): Piece[] {
  const was = before.match(/\s+|\S+/g) ?? [];
  const is = after.match(/\s+|\S+/g) ?? [];
  // Of very long texts a table of pairs would take too much memory: they are shown whole.
  if (was.length * is.length > most) return [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  const width = is.length + 1;
  const common = new Uint16Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i -= 1)
    for (let k = is.length - 1; k >= 0; k -= 1)
      common[i * width + k] = was[i] === is[k] ? (common[(i + 1) * width + k + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + k] ?? 0, common[i * width + k + 1] ?? 0);
  const out: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  };
  let i = 0;
  let k = 0;
  while (i < was.length || k < is.length) {
    const one = was[i];
    const other = is[k];
    if (one !== undefined && one === other) {
      add('same', one);
      i += 1;
      k += 1;
    } else if (other === undefined || (one !== undefined && (common[(i + 1) * width + k] ?? 0) >= (common[i * width + k + 1] ?? 0))) {
      add('removed', one ?? '');
      i += 1;
    } else {
      add('added', other);
      k += 1;
    }
  }
  return out;
}
