import type { AssetRef, AssetStatement, EdgeClaim, NoteStatement, Statement } from '../../metadata-patch';
import { exposureStatements } from '../dbt/exposure-statements';
import { shown, understand } from '../dbt/lenient';
import type { ManifestContext } from '../dbt/manifest-context';
import { note } from '../dbt/metadata';
import { nodeStatements } from '../dbt/node-statements';
import { telling } from '../dbt/said';
import { Exposure, Node } from '../dbt/shapes';
import { testRule } from '../dbt/test-rules';
import { isAssetId, resourceTypeOf } from '../dbt/unique-id';
import type { Facts, KnownRow, Parent } from './row';

const TESTS = new Set(['test', 'unit_test']);

/**
 * What a row about a resource says, in the words that a manifest with the same resource would have it in: both go by one
 * key and one name, so that they meet on one asset.
 *
 * Parents are named by where they live, since no manifest says that they exist; columns are those that were built.
 */
export function resourceStatements(row: KnownRow, context: ManifestContext): readonly Statement[] {
  const key = context.key(row.unique_id);
  const type = resourceTypeOf(row.unique_id);
  const { facts } = row;
  if (TESTS.has(type)) return read(Node, facts.node, key, (node) => testRule(row.unique_id, node, context));
  const statements =
    type === 'exposure'
      ? read(Exposure, facts.node, key, (exposure) => exposureStatements(row.unique_id, exposure, context))
      : read(Node, withColumns(facts), key, (node) => nodeStatements(row.unique_id, node, context));
  const edges = edgesOf(facts.parents ?? [], row.unique_id, context);
  return [
    ...statements.map((statement) => (statement.kind === 'asset' ? built(statement, edges, facts) : statement)),
    ...omissionNote(key, facts),
  ];
}

type Shape<T> = Parameters<typeof understand<T>>[0];

function read<T>(
  shape: Shape<T>,
  raw: unknown,
  key: string,
  toStatements: (resource: T) => readonly Statement[],
): readonly Statement[] {
  const understood = understand(shape, raw);
  if (!understood.ok) return [note(key, `not understood: ${understood.reason}`, 'REFUSED')];
  const { value, oddities } = understood;
  return oddities.length > 0
    ? [...toStatements(value), note(key, `left out: ${shown(oddities)}`)]
    : toStatements(value);
}

function built(statement: AssetStatement, edges: readonly EdgeClaim[], { checksum }: Facts): AssetStatement {
  const properties = { ...statement.facts.properties, ...telling({ checksum }) };
  return { ...statement, facts: { ...statement.facts, properties }, edges };
}

function edgesOf(parents: readonly Parent[], uniqueId: string, context: ManifestContext): readonly EdgeClaim[] {
  const others = new Map(parents.map((parent) => [parent.unique_id, parent]));
  others.delete(uniqueId);
  return [...others.values()]
    .filter(({ unique_id }) => isAssetId(unique_id))
    .map((parent) => ({ upstream: refOf(parent, context) }));
}

/** What has no relation (ephemeral models, metrics) lives in the project alone. */
function refOf({ unique_id, relation_name }: Parent, context: ManifestContext): AssetRef {
  if (!relation_name) return { spelling: context.spelling(unique_id) };
  return { spelling: { namespace: context.parameters.namespace, name: relation_name, quoting: 'KNOWN' } };
}

/**
 * The node with the columns that were built, each with what the project declares of it.
 *
 * Keyed by place, not by name: a JavaScript object would put a column named 2024 first.
 */
function withColumns({ node, columns }: Facts): unknown {
  if (!node || !columns || columns.length === 0) return node;
  const declared = new Map(
    Object.entries(node['columns'] ?? {}).map(([name, column]) => [fold(name), column as object]),
  );
  const merged = columns.map(({ name, type }, place) => [
    `column ${String(place)}`,
    { ...declared.get(fold(name)), name, ...telling({ data_type: type }) },
  ]);
  return { ...node, columns: Object.fromEntries(merged) as unknown };
}

const fold = (name: string): string => name.toLowerCase();

function omissionNote(key: string, { omitted_code: omitted }: Facts): readonly NoteStatement[] {
  if (!omitted) return [];
  const what = `${String(omitted.length)} characters of compiled code`;
  return [note(key, `${what} were too long for the outbox and stayed behind; dbt's artifacts have them`)];
}
