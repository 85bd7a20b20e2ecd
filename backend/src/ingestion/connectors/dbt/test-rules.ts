import type { NoteStatement, RuleStatement } from '../../metadata-patch';
import type { ManifestContext } from './manifest-context';
import { note } from './metadata';
import { redact } from './redact';
import { firstTold, telling } from './said';
import type { Node } from './shapes';
import { isAssetId, nameOf, resourceTypeOf } from './unique-id';

/** Generic tests whose meaning is known by name: dbt's own and dbt_utils'. */
const KNOWN = new Set([
  'not_null',
  'unique',
  'accepted_values',
  'relationships',
  'accepted_range',
  'unique_combination_of_columns',
  'expression_is_true',
  'recency',
  'at_least_one',
  'not_constant',
  'not_empty_string',
  'not_null_proportion',
  'not_accepted_values',
  'equal_rowcount',
  'fewer_rows_than',
  'equality',
  'cardinality_equality',
  'mutually_exclusive_ranges',
  'sequential_values',
]);

const REF = /ref\(\s*['"]([^'"]+)['"](?:\s*,\s*['"]([^'"]+)['"])?/;
const SOURCE = /source\(\s*['"]([^'"]+)['"]\s*,\s*['"]([^'"]+)['"]/;

/** What a test or unit test becomes: a rule on the assets it checks; a note when it checks none that are known. */
export function testRule(
  uniqueId: string,
  node: Node,
  context: ManifestContext,
): readonly (RuleStatement | NoteStatement)[] {
  const key = context.key(uniqueId);
  const subjects = subjectsOf(uniqueId, node, context);
  const known = subjects.filter((id) => context.index.known.has(id));
  if (known.length === 0) return [note(key, unbound(subjects))];
  const isUnit = resourceTypeOf(uniqueId) === 'unit_test';
  const column = columnOf(node);
  return [
    {
      kind: 'rule',
      key,
      subjects: known.map((id) => ({ key: context.key(id) })),
      name: node.name,
      type: isUnit ? 'unit_test' : typeOf(node),
      severity: node.config.severity?.toLowerCase() === 'warn' ? 'warning' : 'error',
      parameters: parametersOf(node),
      ...telling({ column, description: node.description }),
    },
  ];
}

function unbound(subjects: readonly string[]): string {
  if (subjects.length === 0) return 'the test checks no model, seed, snapshot or source';
  return `the test checks ${subjects.slice(0, 3).join(', ').slice(0, 500)}, which the manifest does not describe`;
}

/** dbt ≥ 1.5 says which node a test is attached to; before that, the one its `model` argument names, or all its parents. */
function subjectsOf(uniqueId: string, node: Node, context: ManifestContext): readonly string[] {
  const attached = node.attached_node ?? node.tested_node_unique_id;
  if (attached) return [attached];
  const parents = context.parentsOf(uniqueId, node).filter(isAssetId);
  const [only] = parents;
  if (only === undefined || parents.length === 1) return parents;
  const model = node.test_metadata.kwargs?.['model'];
  const named = typeof model === 'string' ? parents.filter((id) => isNamed(id, model)) : [];
  return named.length > 0 ? named : parents;
}

/** Whether `{{ ref('orders') }}` or `{{ source('shop', 'orders') }}` means this parent. */
function isNamed(id: string, model: string): boolean {
  const ref = REF.exec(model);
  if (ref !== null) return resourceTypeOf(id) !== 'source' && nameOf(id) === (ref[2] ?? ref[1]);
  const source = SOURCE.exec(model);
  return source !== null && resourceTypeOf(id) === 'source' && nameOf(id) === `${source[1] ?? ''}.${source[2] ?? ''}`;
}

function columnOf(node: Node): string | null {
  const argument = node.test_metadata.kwargs?.['column_name'];
  const name = firstTold(node.column_name, typeof argument === 'string' ? argument : null);
  return name === null ? null : name.replace(/^(["`])(.*)\1$/, '$2');
}

function typeOf(node: Node): string {
  const name = node.test_metadata.name ?? '';
  return KNOWN.has(name) || name.startsWith('expect_') ? name : 'custom_sql';
}

/** The test's own arguments but for what it checks, and those of dbt's settings that are not the default. */
function parametersOf({ test_metadata: test, config, original_file_path: path }: Node): Record<string, unknown> {
  const own = Object.entries(test.kwargs ?? {}).filter(([name]) => name !== 'model' && name !== 'column_name');
  return telling({
    ...(redact(Object.fromEntries(own)) as Record<string, unknown>),
    test: test.name ? [test.namespace, test.name].filter(Boolean).join('.') : null,
    where: config.where,
    limit: config.limit,
    warnIf: unless('!= 0', config.warn_if),
    errorIf: unless('!= 0', config.error_if),
    failCalc: unless('count(*)', config.fail_calc),
    storeFailures: config.store_failures,
    path,
  });
}

const unless = (usual: string, value: string | null | undefined): string | null | undefined =>
  value === usual ? null : value;
