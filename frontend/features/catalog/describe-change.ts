/** What a change did to one field, in a few words. */
export interface FieldChange {
  readonly field: string;
  readonly words: string;
}

const LONGEST = 60;

/**
 * What a change did, field by field, from the change log's detail: `{ field: { before, after } }`,
 * and for columns `{ added, removed, retyped }`. Empty when the operation says it all.
 */
export function describeChange(detail: unknown): FieldChange[] {
  return Object.entries(asRecord(detail)).flatMap(([field, change]) => {
    if (field === 'columns') return describeColumns(asRecord(change));
    if (field === 'properties') return describeProperties(asRecord(change));
    if (field === 'class_level') return [{ field, words: beforeAfter(inWords(asRecord(change))) }];
    return [{ field, words: beforeAfter(asRecord(change)) }];
  });
}

function describeColumns(change: Record<string, unknown>): FieldChange[] {
  const sizes = [
    ['added', '+'],
    ['removed', '−'],
    ['retyped', '△'],
  ] as const;
  const words = sizes.map(([key, sign]) => [sign, lengthOf(change[key])] as const).filter(([, size]) => size > 0);
  return words.length === 0
    ? []
    : [{ field: 'columns', words: words.map(([sign, size]) => `${sign}${String(size)}`).join(' ') }];
}

const LEVELS = ['public', 'internal', 'confidential', 'restricted'];

/** The log keeps a level by its number, 1 to 4. */
function inWords({ before, after }: Record<string, unknown>): Record<string, unknown> {
  const word = (level: unknown): unknown => LEVELS[Number(level) - 1] ?? level;
  return { before: word(before), after: word(after) };
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Only the properties that differ: the log keeps both whole. */
function describeProperties({ before, after }: Record<string, unknown>): FieldChange[] {
  const [old, now] = [asRecord(before), asRecord(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return keys
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => ({ field: key, words: beforeAfter({ before: old[key], after: now[key] }) }));
}

function beforeAfter({ before, after }: Record<string, unknown>): string {
  return `${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  const text = worded(value ?? '');
  if (text === '') return 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** `status success, rows_affected 200`: the parts of a value, without the marks of its notation. */
function worded(value: unknown): string {
  if (Array.isArray(value)) return value.map(worded).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, part]) => `${key} ${worded(part)}`)
    .join(', ');
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
