import type { Identifier } from '../syntax';
import { wholeRow, type Relation } from './relation';
import type { Scope, ScopeRelation } from './scope';
import { note, type Session } from './session';
import { NOTHING, type ColumnValue } from './value';

/** Words that look like columns and are none, in one dialect or another. */
const NO_COLUMNS = new Set(
  `current_user session_user system_user current_role current_date current_time current_timestamp localtime
  localtimestamp sysdate systimestamp utc_timestamp rownum rowid connect_by_isleaf _partitiontime _partitiondate
  _table_suffix _file_name metadata$action metadata$isupdate metadata$row_id metadata$filename
  metadata$file_row_number sqlcode sqlerrm default current_catalog current_schema current_database`.split(/\s+/),
);

/** What a name in an expression stands for. A name that cannot be found is a problem, and stands for nothing. */
export function resolveColumn(session: Session, scope: Scope, parts: readonly Identifier[]): ColumnValue {
  const [first] = parts;
  if (first === undefined) return NOTHING;
  for (let level: Scope | null = scope; level !== null; level = level.outer) {
    const found = findIn(session, level, parts);
    if (found !== null) return found;
  }
  if (parts.length === 1 && !first.isQuoted && NO_COLUMNS.has(first.name.toLowerCase())) return NOTHING;
  noteMissing(session, scope, parts);
  return NOTHING;
}

function findIn(session: Session, scope: Scope, parts: readonly Identifier[]): ColumnValue | null {
  const [first, ...fields] = parts;
  if (first === undefined) return null;
  if (scope.parameters.has(first.name.toLowerCase())) return NOTHING;
  const qualified = findQualified(session, scope, parts);
  if (qualified !== null) return qualified;
  return findPlain(session, scope, first, fields);
}

/** `t.a`, `s.t.a`, `t.a.b`: the longest beginning that names a relation. */
function findQualified(session: Session, scope: Scope, parts: readonly Identifier[]): ColumnValue | null {
  for (let length = Math.min(parts.length - 1, 3); length > 0; length -= 1) {
    const relation = findRelation(session, scope, parts.slice(0, length));
    const [column, ...fields] = parts.slice(length);
    if (relation === null || column === undefined) continue;
    const value = relation.find(column, fields) ?? relation.guess(column, fields) ?? relation.claim(column);
    if (value !== null) return value;
  }
  return null;
}

/** The relation of that name among the FROM items of one query; null when there is none. */
export function findRelation(session: Session, scope: Scope, qualifier: readonly Identifier[]): Relation | null {
  const wanted = session.tables.fold(qualifier).map((part) => part.toLowerCase());
  const named =
    scope.relations.find((one) => isNamed(session, one, wanted)) ??
    scope.relations.find((one) => isNamed(session, { ...one, alias: null }, wanted));
  return named?.relation ?? null;
}

function isNamed(session: Session, { alias, name }: ScopeRelation, wanted: readonly string[]): boolean {
  if (alias !== null) return wanted.length === 1 && alias.name.toLowerCase() === wanted[0];
  const own = session.tables.fold(name).map((part) => part.toLowerCase());
  return wanted.length <= own.length && wanted.every((part, at) => part === own[own.length - wanted.length + at]);
}

function findPlain(
  session: Session,
  scope: Scope,
  name: Identifier,
  fields: readonly Identifier[],
): ColumnValue | null {
  const key = name.name.toLowerCase();
  const shared = fields.length === 0 ? scope.shared.get(key) : undefined;
  if (shared !== undefined) return shared.value;
  for (const { relation } of scope.relations) {
    const value = relation.find(name, fields);
    if (value !== null) return value;
  }
  const made = scope.made.get(key);
  if (made !== undefined) return made;
  return guessPlain(session, scope, name, fields) ?? wholeRowOf(session, scope, name);
}

/** A name that no relation is known to have: of the only one that may have it. */
function guessPlain(
  session: Session,
  scope: Scope,
  name: Identifier,
  fields: readonly Identifier[],
): ColumnValue | null {
  if (!name.isQuoted && NO_COLUMNS.has(name.name.toLowerCase())) return null;
  if (findRelation(session, scope, [name]) !== null) return null;
  const guesses = scope.relations.flatMap(({ relation }) => {
    const value = relation.guess(name, fields);
    return value === null ? [] : [{ relation, value }];
  });
  const tables = guesses.filter(({ relation }) => relation.opens.length > 0);
  const candidates = tables.length > 0 ? tables : guesses;
  const [only] = candidates;
  if (only === undefined) return null;
  if (candidates.length === 1) return only.value;
  note(session, {
    code: 'AMBIGUOUS_COLUMN',
    message: `Column ${name.name} may be of any of ${candidates.length} tables: their columns are not known`,
    at: name.at,
    isGap: true,
  });
  return NOTHING;
}

function wholeRowOf(session: Session, scope: Scope, name: Identifier): ColumnValue | null {
  const relation = findRelation(session, scope, [name]);
  return relation === null ? null : wholeRow(relation, name.at);
}

function noteMissing(session: Session, scope: Scope, parts: readonly Identifier[]): void {
  const name = parts.map((part) => part.name).join('.');
  const at = parts[0]?.at ?? -1;
  if (scope.relations.length === 0 && scope.outer === null) return;
  note(session, { code: 'UNKNOWN_COLUMN', message: `Column ${name} is in none of the tables read`, at, isGap: true });
}
