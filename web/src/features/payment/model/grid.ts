// A grid of sums, a column a person and a row a month: what a spreadsheet's keys and columns do to it.

export type Column = readonly string[];

/** What was copied from a spreadsheet: rows by lines, columns by tabs. One cell is pasted by the field itself. */
export function copiedCells(text: string): string[][] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  if (lines.length === 1 && !text.includes('\t')) return null;
  return lines.map((line) => line.split('\t').map((cell) => cell.replace(/[₽₸]|руб\.?/gi, '').trim()));
}

/** The columns with the cells put down from a place on; what does not fit is left out. */
export function pasted(columns: readonly Column[], row: number, column: number, cells: readonly string[][]): Column[] {
  return columns.map((each, at) => each.map((old, line) => cells[line - row]?.[at - column] ?? old));
}

/** The value of a row in every row below it. */
export function filledDown(column: Column, row: number): Column {
  return column.map((old, line) => (line > row ? (column[row] ?? '') : old));
}

/** Every empty row takes the value above it: a pension is typed where it changes. */
export function filledGaps(column: Column): Column {
  let last = '';
  return column.map((each) => {
    if (each.trim() !== '') last = each;
    return last;
  });
}
