import type { Identifier, PivotRelation, UnpivotRelation } from '../syntax';
import { hiding, QueryRelation, type Column, type Opening, type Relation } from './relation';
import { resolveExpression } from './resolve-expression';
import { emptyScope, type Scope } from './scope';
import type { Session } from './session';
import { influenced, influencesOf, merged, NOTHING, type ColumnValue } from './value';

interface Input {
  readonly relation: Relation;
  /** The input alone, under its own name. */
  readonly scope: Scope;
}

function inputOf(session: Session, syntax: PivotRelation['input'], scope: Scope): Input {
  const relation = session.resolveRelation(session, syntax, scope);
  const name = syntax.kind === 'table' ? syntax.name : [];
  const own = { alias: syntax.alias, name, relation, shared: new Set<string>() };
  return { relation, scope: { ...emptyScope(scope.ctes, scope.outer), relations: [own] } };
}

/**
 * PIVOT: the columns that it neither aggregates nor spreads stay as they are, and each value becomes a column per
 * aggregate.
 */
export function resolvePivot(session: Session, pivot: PivotRelation, scope: Scope): Relation {
  const { relation, scope: own } = inputOf(session, pivot.input, scope);
  const resolve = (one: PivotRelation['on'][number]): ColumnValue => resolveExpression(session, own, one);
  const on = pivot.on.flatMap((one) => influencesOf(resolve(one), 'CONDITIONAL'));
  const aggregates = pivot.aggregates.map(({ value, alias }) => ({ alias, value: influenced(resolve(value), on) }));
  const kept = keptColumns(relation, pivot, resolve);
  const made = pivot.values.flatMap((value) =>
    aggregates.map((aggregate) => ({
      name: pivotedName(session, value, aggregate.alias, aggregates.length),
      value: aggregate.value,
    })),
  );
  const grouped = kept.flatMap(({ value }) => influencesOf(value, 'GROUP_BY'));
  const rows = { influences: grouped, inputs: [relation.rows] };
  const any = merged(aggregates.map(({ value }) => value));
  const opens = hiding(relation.opens, usedNames(pivot));
  return new QueryRelation([...kept, ...made], pivot.values.length === 0 ? [...opens, anyName(any)] : opens, rows);
}

/** Where the values are not in the text, every name nobody knows is one of them. */
const anyName = (value: ColumnValue): Opening => ({ tables: [], hidden: new Set(), at: -1, read: () => value });

function keptColumns(
  relation: Relation,
  pivot: PivotRelation,
  resolve: (one: PivotRelation['on'][number]) => ColumnValue,
): readonly Column[] {
  if (pivot.groupBy !== null) {
    return pivot.groupBy.flatMap((one) => {
      const name = one.kind === 'column' ? one.parts.at(-1)?.name : undefined;
      return name === undefined ? [] : [{ name, value: resolve(one) }];
    });
  }
  const used = usedNames(pivot);
  return relation.expand(-1).filter(({ name }) => !used.has(name.toLowerCase()));
}

/** Names of columns that the aggregates and FOR use, in lower case. */
function usedNames(pivot: PivotRelation): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'column' && 'parts' in value) {
      const last = (value.parts as readonly Identifier[]).at(-1);
      if (last !== undefined) names.add(last.name.toLowerCase());
      return;
    }
    Object.values(value).forEach(visit);
  };
  visit([pivot.aggregates.map(({ value }) => value), pivot.on]);
  return names;
}

/** Snowflake keeps the quotes of the value in the name; where there are several aggregates the name says which. */
function pivotedName(session: Session, value: Identifier, alias: Identifier | null, count: number): string {
  const isLiteral = value.isQuoted && value.at < 0;
  const base = session.dialect.name === 'snowflake' && isLiteral ? `'${value.name}'` : value.name;
  if (alias === null || (count === 1 && session.dialect.name !== 'bigquery')) return base;
  return session.dialect.name === 'bigquery' ? `${alias.name}_${base}` : `${base}_${alias.name}`;
}

/** UNPIVOT: the named columns become rows of one; the others stay. */
export function resolveUnpivot(session: Session, unpivot: UnpivotRelation, scope: Scope): Relation {
  const { relation } = inputOf(session, unpivot.input, scope);
  const value = (name: Identifier): ColumnValue => relation.find(name, []) ?? relation.guess(name, []) ?? NOTHING;
  const used = new Set(unpivot.sources.flat().map(({ name }) => name.toLowerCase()));
  const kept = relation.expand(-1).filter(({ name }) => !used.has(name.toLowerCase()));
  const names = unpivot.nameColumn === null ? [] : [{ name: unpivot.nameColumn.name, value: NOTHING }];
  const values = unpivot.valueColumns.map(({ name }, at) => ({
    name,
    value: merged((unpivot.sources[at] ?? []).map(value)),
  }));
  const rows = { influences: [], inputs: [relation.rows] };
  return new QueryRelation([...kept, ...names, ...values], hiding(relation.opens, used), rows);
}
