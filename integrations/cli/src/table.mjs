// @ts-check
// Names come from other systems: a control character would steer the reader's terminal.
const CONTROL = /\p{Cc}/gu;

/**
 * Text that is safe to print in a terminal.
 *
 * @param {unknown} value null and undefined give an empty text
 */
export const printable = (value) => String(value ?? '').replace(CONTROL, '�');

/**
 * Rows in aligned columns; the last column is not padded.
 *
 * @param {readonly (readonly unknown[])[]} rows
 * @returns {string} with a line end after each row; empty for no rows
 */
export function table(rows) {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  '),
    )
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
