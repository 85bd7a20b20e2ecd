import type { Aliased, Identifier, PivotRelation, RelationSyntax, UnpivotRelation } from '../syntax';
import { bodyIf, bodyOf, identifierOf, identifiersOf, listOf, textOf, typeOf, type Body } from './raw';
import type { Reading } from './reading';

/** PIVOT in both its shapes: `from t pivot (sum(x) for q in (…))`, and DuckDB's `pivot t on q using sum(x)`. */
export function readPivot(body: Body, input: RelationSyntax, read: Reading): PivotRelation | UnpivotRelation {
  if (body['unpivot'] === true) return simpleUnpivot(body, input);
  const fields = listOf(body['fields']);
  const isSimple = fields.length === 0;
  const tests = fields.map((field) => bodyIf(field, 'in') ?? bodyOf(field));
  const group = bodyOf(bodyIf(body['group'], 'group') ?? body['group'])['expressions'];
  return {
    kind: 'pivot',
    input,
    aggregates: listOf(isSimple ? body['using'] : body['expressions']).map((node) => ({
      value: read.expression(node),
      alias: identifierOf(bodyIf(node, 'alias')?.['alias']),
    })),
    on: isSimple ? listOf(body['expressions']).map(read.expression) : tests.map((one) => read.expression(one['this'])),
    values: tests.length === 1 ? valuesOf(tests[0]?.['expressions']) : [],
    groupBy: group === undefined ? null : listOf(group).map(read.expression),
    ...aliases(body),
  };
}

const aliases = (body: Body): Aliased => ({
  alias: identifierOf(body['alias']),
  columnAliases: identifiersOf(body['alias_columns']),
});

/** What the columns made from values are called: the alias, or the value as text. */
function valuesOf(nodes: unknown): readonly Identifier[] {
  return listOf(nodes).flatMap((node) => {
    const aliased = bodyIf(node, 'pivot_alias') ?? bodyIf(node, 'alias');
    if (aliased !== null) return identifierOf(aliased['alias']) ?? [];
    const literal = textOf(bodyIf(node, 'literal')?.['value']);
    if (literal !== null) return { name: literal, isQuoted: true, at: -1 };
    return typeOf(node) === 'column' ? (identifierOf(node) ?? []) : [];
  });
}

/** `from t unpivot (v for k in (a, b))`; with several value columns each source is a tuple. */
export function readUnpivot(body: Body, input: RelationSyntax): UnpivotRelation {
  const values = [identifierOf(body['value_column']), ...identifiersOf(body['extra_value_columns'])];
  const sources = listOf(body['columns']).map(namesIn);
  const valueColumns = values.filter((one) => one !== null);
  return {
    kind: 'unpivot',
    input,
    valueColumns,
    nameColumn: identifierOf(body['name_column']),
    sources: valueColumns.map((_, at) => sources.flatMap((source) => source[at] ?? [])),
    ...aliases(body),
  };
}

/** `unpivot t on a, b into name k value v`. */
function simpleUnpivot(body: Body, input: RelationSyntax): UnpivotRelation {
  const into = bodyIf(body['into'], 'unpivot_columns');
  const named = identifierOf(into?.['this']) ?? { name: 'name', isQuoted: false, at: -1 };
  const values = identifiersOf(into?.['expressions']);
  const sources = listOf(body['expressions']).flatMap(namesIn);
  const valueColumns = values.length > 0 ? values : [{ name: 'value', isQuoted: false, at: -1 }];
  return {
    kind: 'unpivot',
    input,
    valueColumns,
    nameColumn: named,
    sources: valueColumns.map(() => sources),
    ...aliases(body),
  };
}

function namesIn(node: unknown): readonly Identifier[] {
  const aliased = bodyIf(node, 'pivot_alias') ?? bodyIf(node, 'alias');
  if (aliased !== null) return namesIn(aliased['this']);
  const tuple = bodyIf(node, 'tuple');
  if (tuple !== null) return listOf(tuple['expressions']).flatMap(namesIn);
  const name = identifierOf(bodyIf(node, 'paren')?.['this'] ?? node);
  return name === null ? [] : [name];
}
