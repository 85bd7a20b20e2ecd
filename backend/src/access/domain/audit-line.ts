import type { AuditEntry } from './audit-entry';

export type AuditFormat = 'csv' | 'jsonl';

const COLUMNS = ['id', 'at', 'actor', 'action', 'object', 'before', 'after', 'reason', 'requestId'] as const;

/** What a file of this format begins with. */
export const headOf = (format: AuditFormat): string => (format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '');

/** One entry as a line of the format, its end included. */
export function lineOf(entry: AuditEntry, format: AuditFormat): string {
  if (format === 'jsonl') return `${JSON.stringify(entry)}\n`;
  return `${COLUMNS.map((name) => cell(entry[name])).join(',')}\r\n`;
}

/** RFC 4180; a cell that a spreadsheet would compute gets an apostrophe in front. */
function cell(value: unknown): string {
  const text = textOf(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
}
