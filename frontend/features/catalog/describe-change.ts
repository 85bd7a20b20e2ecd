/** A change in words: the operation, and which fields it touched when it says so. */
export function describeChange(operation: string, detail: unknown): string {
  const words = operation
    .replace(/^asset[._]/i, '')
    .replaceAll(/[._]/g, ' ')
    .toLowerCase();
  const fields = fieldsOf(detail);
  return fields.length === 0 ? words : `${words}: ${fields.join(', ')}`;
}

function fieldsOf(detail: unknown): string[] {
  if (typeof detail !== 'object' || detail === null) return [];
  const { fields, changed } = detail as { fields?: unknown; changed?: unknown };
  const list = [fields, changed].find((candidate) => Array.isArray(candidate));
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}
