import type { Expression, Identifier, Star } from '../syntax';
import { hiding, readThrough, type Column, type Opening, type Relation } from './relation';
import { findRelation } from './resolve-column';
import type { Scope, ScopeRelation } from './scope';
import { note, type Session } from './session';
import type { ColumnValue } from './value';

/** What a `*` stands for: columns in order, and tables that have more than anybody knows. */
export interface Expansion {
  readonly columns: readonly Column[];
  readonly opens: readonly Opening[];
}

/** Expands a `*` with its EXCEPT, REPLACE and RENAME. `inner` resolves the expressions of REPLACE. */
export function resolveStar(
  session: Session,
  scope: Scope,
  star: Star,
  inner: (expression: Expression) => ColumnValue,
): Expansion {
  const { columns, opens } = starOver(session, scope, star);
  const hidden = new Set(star.except.map(lower));
  const replaced = new Map(star.replace.map(({ name, value }) => [lower(name), value]));
  const renamed = new Map(star.rename.map(({ from, to }) => [lower(from), to.name]));
  const kept = columns.filter(({ name }) => !hidden.has(name.toLowerCase()));
  const taken = new Set([...hidden, ...replaced.keys(), ...renamed.keys()]);
  const unseen = [...replaced.keys(), ...renamed.keys()].filter(
    (key) => opens.length > 0 && !kept.some(({ name }) => name.toLowerCase() === key),
  );
  return {
    columns: [
      ...kept.map((column) => changed(column, replaced, renamed, inner)),
      ...unseen.flatMap((key) => behindStar(opens, key, star, replaced, inner)),
    ],
    opens: hiding(opens, taken),
  };
}

const lower = ({ name }: Identifier): string => name.toLowerCase();

function changed(
  column: Column,
  replaced: ReadonlyMap<string, Expression>,
  renamed: ReadonlyMap<string, string>,
  inner: (expression: Expression) => ColumnValue,
): Column {
  const key = column.name.toLowerCase();
  const value = replaced.get(key);
  return {
    name: renamed.get(key) ?? column.name,
    value: value === undefined ? column.value : inner(value),
  };
}

/** A replaced or renamed column of a table whose columns are not known. */
function behindStar(
  opens: readonly Opening[],
  key: string,
  star: Star,
  replaced: ReadonlyMap<string, Expression>,
  inner: (expression: Expression) => ColumnValue,
): readonly Column[] {
  const value = replaced.get(key);
  if (value !== undefined) return [{ name: key, value: inner(value) }];
  const rename = star.rename.find(({ from }) => lower(from) === key);
  if (rename === undefined) return [];
  const [only, ...more] = opens.flatMap((open) => readThrough(open, rename.from) ?? []);
  return only === undefined || more.length > 0 ? [] : [{ name: rename.to.name, value: only }];
}

function starOver(session: Session, scope: Scope, star: Star): Expansion {
  if (star.qualifier.length > 0) return ofRelation(session, scope, star);
  const shared = [...scope.shared.values()];
  const rest = scope.relations.map((one) => expanded(one, star.at));
  return { columns: [...shared, ...rest.flatMap(({ columns }) => columns)], opens: rest.flatMap(({ opens }) => opens) };
}

function ofRelation(session: Session, scope: Scope, star: Star): Expansion {
  for (let level: Scope | null = scope; level !== null; level = level.outer) {
    const relation = findRelation(session, level, star.qualifier);
    if (relation !== null) return { columns: relation.expand(star.at), opens: opensAt(relation, star.at) };
  }
  const name = star.qualifier.map((part) => part.name).join('.');
  note(session, {
    code: 'UNKNOWN_TABLE',
    message: `${name}.*: no table of that name is read`,
    at: star.at,
    isGap: true,
  });
  return { columns: [], opens: [] };
}

function expanded({ relation, shared }: ScopeRelation, at: number): Expansion {
  const columns = relation.expand(at).filter(({ name }) => !shared.has(name.toLowerCase()));
  const opens = hiding(opensAt(relation, at), shared);
  return { columns, opens };
}

/** The first `*` on the way is the place where the table is read. */
function opensAt(relation: Relation, at: number): readonly Opening[] {
  return relation.opens.map((open) => (open.at >= 0 ? open : { ...open, at }));
}
