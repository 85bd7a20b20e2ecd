/** The colour of a severity; its word stands beside it. */
export function severityTone(severity: string): 'fail' | 'warn' | 'info' | 'unknown' {
  return SEVERITY_TONES.get(severity) ?? 'unknown';
}

const SEVERITY_TONES: ReadonlyMap<string, 'fail' | 'warn' | 'info'> = new Map([
  ['error', 'fail'],
  ['warning', 'warn'],
  ['info', 'info'],
]);

/** "isEncrypted" → "is encrypted"; dots and underscores stay: they are part of names. */
export function attributeWords(attribute: string): string {
  return attribute.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A value of evidence as one reads it: lists with commas, yes and no, "not known". */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : objectWords(value);
}

/** What arrives somewhere is said by where it comes from; its path is drawn. */
function objectWords(value: unknown): string {
  const isArrival = typeof value === 'object' && value !== null && 'source' in value;
  return isArrival && typeof value.source === 'string' ? `from ${value.source}` : JSON.stringify(value);
}
