import type { Facet } from '../../../shared/pipeline-event';
import type { ColumnClaim } from '../../../shared/vocabulary';
import { listIn, objectIn, textIn } from './said';

const DEEPEST = 15;
const MOST = 5_000;

/**
 * Columns of a `schema` facet, nested ones by their path, in order; undefined when it says nothing of columns: no list,
 * or an empty one.
 *
 * Arrays have a child `_element`, maps `key` and `value`. A scalar with an empty list of fields has none.
 */
export function columnsOf(schema: Facet | undefined): readonly ColumnClaim[] | undefined {
  const claims: ColumnClaim[] = [];
  collect(listIn(schema?.['fields']), { path: '', depth: 0, isMap: false }, claims);
  return claims.length === 0 ? undefined : claims;
}

interface Above {
  readonly path: string;
  readonly depth: number;
  readonly isMap: boolean;
}

function collect(fields: readonly unknown[], above: Above, claims: ColumnClaim[]): void {
  if (above.depth > DEEPEST) return;
  for (const said of fields) {
    const field = objectIn(said);
    const name = nameOf(field);
    if (name === null || claims.length >= MOST) continue;
    const mark = markOf(name, above);
    const path = mark === null ? [above.path, quoted(name)].filter(Boolean).join('.') : above.path + mark;
    // Elements, keys and values are no columns of their own: their fields are.
    if (mark === null) claims.push(claimOf(path, field));
    const isMap = /^map\b/i.test(textIn(field['type']) ?? '');
    collect(listIn(field['fields']), { path, depth: above.depth + 1, isMap }, claims);
  }
}

/** As written: white space may be part of it. */
const nameOf = ({ name }: Facet): string | null => (typeof name === 'string' && name.trim() !== '' ? name : null);

function markOf(name: string, { path, isMap }: Above): string | null {
  if (path === '' || !(isMap || name === '_element')) return null;
  return MARKS[name] ?? null;
}

const MARKS: Readonly<Record<string, string>> = { _element: '[]', value: '{}', key: '{key}' };

/** A name that holds a mark of paths is in quotes. */
function quoted(name: string): string {
  const isPlain = name === name.trim() && !/[.[\]{}<>"]/.test(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

function claimOf(path: string, field: Facet): ColumnClaim {
  const type = textIn(field['type']);
  const description = textIn(field['description']);
  return { path, ...(type === null ? {} : { type }), ...(description === null ? {} : { description }) };
}
