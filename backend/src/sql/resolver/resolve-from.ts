import type { FromItem, Identifier, Join } from '../syntax';
import type { Column, Relation, RowSource } from './relation';
import { influences } from './resolve-expression';
import type { Scope, ScopeRelation } from './scope';
import type { Session } from './session';
import { merged, type ColumnValue, type Influence } from './value';

/** FROM, joined: what its names are, and what decides about its rows. */
export interface Joined {
  readonly scope: Scope;
  readonly rows: RowSource;
}

/** Adds the items of a FROM clause to a scope, one after the other: each may see those before it. */
export function resolveFrom(session: Session, scope: Scope, items: readonly FromItem[]): Joined {
  let current = scope;
  const inputs: RowSource[] = [];
  const found: Influence[] = [];
  for (const { relation: syntax, join } of items) {
    const relation = session.resolveRelation(session, syntax, current);
    inputs.push(relation.rows);
    const added: ScopeRelation = {
      alias: syntax.alias,
      name: syntax.kind === 'table' ? syntax.name : [],
      relation,
      shared: new Set(),
    };
    const joined =
      join === null ? { scope: withRelation(current, added), influences: [] } : joinTo(session, current, added, join);
    found.push(...joined.influences);
    current = joined.scope;
  }
  return { scope: current, rows: { influences: found, inputs } };
}

function withRelation(scope: Scope, relation: ScopeRelation): Scope {
  return { ...scope, relations: [...scope.relations, relation] };
}

interface JoinResult {
  readonly scope: Scope;
  readonly influences: readonly Influence[];
}

function joinTo(session: Session, before: Scope, added: ScopeRelation, join: Join): JoinResult {
  const both = withRelation(before, added);
  const names = join.isNatural ? naturalNames(before, added.relation) : join.using;
  const on = influences(session, both, join.on, 'JOIN');
  const keys = names.flatMap((name) => keysOf(before, added.relation, name));
  const used = names.map((name): Column => ({
    name: name.name,
    value: sharedValue(before, added.relation, name, join.side),
  }));
  const usedInfluences = keys.flatMap((value) => influencesOfKeys(value));
  const all = [...on, ...usedInfluences];
  if (join.isFilter) return { scope: before, influences: all };
  return { scope: names.length === 0 ? both : sharing(both, used), influences: all };
}

/** From here on the columns are one column for all the relations that have them. */
function sharing(scope: Scope, columns: readonly Column[]): Scope {
  const names = columns.map(({ name }) => name.toLowerCase());
  return {
    ...scope,
    relations: scope.relations.map((one) => ({ ...one, shared: new Set([...one.shared, ...names]) })),
    shared: new Map([...scope.shared, ...columns.map((column) => [column.name.toLowerCase(), column] as const)]),
  };
}

/** Names that both sides have, as far as their columns are known. */
function naturalNames(before: Scope, relation: Relation): readonly Identifier[] {
  const left = new Set(
    before.relations.flatMap((one) => one.relation.expand(-1)).map(({ name }) => name.toLowerCase()),
  );
  return relation
    .expand(-1)
    .filter(({ name }) => left.has(name.toLowerCase()))
    .map(({ name }) => ({ name, isQuoted: true, at: -1 }));
}

function leftKey(before: Scope, name: Identifier): ColumnValue | null {
  const shared = before.shared.get(name.name.toLowerCase());
  if (shared !== undefined) return shared.value;
  for (const { relation } of before.relations) {
    const value = relation.find(name, []);
    if (value !== null) return value;
  }
  for (const { relation } of before.relations) {
    const value = relation.guess(name, []);
    if (value !== null) return value;
  }
  return null;
}

function rightKey(relation: Relation, name: Identifier): ColumnValue | null {
  return relation.find(name, []) ?? relation.guess(name, []);
}

function keysOf(before: Scope, relation: Relation, name: Identifier): readonly ColumnValue[] {
  return [leftKey(before, name), rightKey(relation, name)].filter((one) => one !== null);
}

/** What a USING column shows: the side whose rows are all kept, or whichever of both is there. */
function sharedValue(before: Scope, relation: Relation, name: Identifier, side: Join['side']): ColumnValue {
  const left = leftKey(before, name);
  const right = rightKey(relation, name);
  const values = side === 'full' ? [left, right] : side === 'right' ? [right ?? left] : [left ?? right];
  return merged(values.filter((one) => one !== null));
}

function influencesOfKeys(value: ColumnValue): readonly Influence[] {
  return [...value.direct.values()].map(({ source, readAt, anchor, confidence }) => ({
    source,
    subtype: 'JOIN',
    readAt,
    anchor,
    confidence,
  }));
}
