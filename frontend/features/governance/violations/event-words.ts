const WORDS: ReadonlyMap<string, string> = new Map([
  ['FOUND', 'found it'],
  ['REOPENED', 'opened it again'],
  ['RESOLVED', 'found it resolved'],
  ['ACKNOWLEDGED', 'acknowledged it'],
  ['WAIVED', 'found it waived'],
  ['COMMENTED', 'commented'],
]);

/** What somebody did to a violation: "acknowledged it", "set it due on 2026-12-31". */
export function eventWords(kind: string, detail: unknown): string {
  const said = asRecord(detail);
  if (kind === 'ASSIGNED') return said['assignee'] ? 'assigned it' : 'took it from everybody';
  if (kind === 'DUE_SET' || kind === 'DUE') return dueWords(said['dueOn']);
  return WORDS.get(kind) ?? kind.toLowerCase().replaceAll('_', ' ');
}

/** What was written with it; null when nothing was. */
export function textIn(detail: unknown): string | null {
  const { text } = asRecord(detail);
  return typeof text === 'string' ? text : null;
}

function dueWords(day: unknown): string {
  return typeof day === 'string' ? `set it due on ${day}` : 'took the due day away';
}

function asRecord(detail: unknown): Readonly<Record<string, unknown>> {
  return typeof detail === 'object' && detail !== null ? (detail as Record<string, unknown>) : {};
}
