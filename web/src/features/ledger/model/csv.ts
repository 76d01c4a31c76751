/** Reads the file of errors as the server writes it: the separator of the header, quotes doubled. */
export function readCsv(text: string): string[][] {
  const body = text.replace(/^\ufeff/, '');
  const separator = /^[^\r\n]*;/.test(body) ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  if (cell || row.length > 0) rows.push([...row, cell]);
  return rows;
}
