// Which move a key makes. Pure.
import { valueAt, type Edits, type Sheet } from './sheet';
import type { Place } from './edit';

/** As spreadsheets jump: over what is filled to its end, over what is empty to the next filled. */
function jump(sheet: Sheet, edits: Edits, from: Place, down: number, right: number): Place {
  const inside = ({ row, column }: Place) => row >= 0 && column >= 0 && row < sheet.rows.length && column < sheet.days.length;
  const filled = ({ row, column }: Place) => valueAt(sheet, edits, row, column) > 0;
  const next = ({ row, column }: Place) => ({ row: row + down, column: column + right });
  let to = next(from);
  if (!inside(to)) return from;
  const along = filled(from) && filled(to);
  while (inside(next(to)) && (along ? filled(next(to)) : !filled(to))) to = next(to);
  return to;
}

/** `page`: rows that are seen at once. */
export function moveOf(key: string, control: boolean, sheet: Sheet, edits: Edits, from: Place, page: number): Place | null {
  const { row, column } = from;
  const steps: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const step = steps[key];
  if (step) return control ? jump(sheet, edits, from, step[0], step[1]) : { row: row + step[0], column: column + step[1] };
  switch (key) {
    case 'Home': return { row: control ? 0 : row, column: 0 };
    case 'End': return { row: control ? sheet.rows.length - 1 : row, column: sheet.days.length - 1 };
    case 'PageUp': return { row: row - page, column };
    case 'PageDown': return { row: row + page, column };
    default: return null;
  }
}
