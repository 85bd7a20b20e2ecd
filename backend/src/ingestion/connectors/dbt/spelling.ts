import type { Spelling } from '../../../shared/vocabulary';
import { firstTold } from './said';
import type { Metadata, Node } from './shapes';

/** Adapters whose tables have no database above the schema. */
const TWO_LEVELS = new Set([
  'spark',
  'mysql',
  'mysql5',
  'mariadb',
  'clickhouse',
  'singlestore',
  'doris',
  'starrocks',
  'hive',
]);
const BACKTICKS = new Set([
  'bigquery',
  'spark',
  'databricks',
  'mysql',
  'mysql5',
  'mariadb',
  'clickhouse',
  'hive',
  'doris',
  'starrocks',
  'singlestore',
]);
/** Adapters whose projects do not quote unless told to. */
const UNQUOTED = new Set(['snowflake', 'spark']);
const PLAIN = /^[\p{L}_][\p{L}\p{N}_$-]*$/u;

/** Where dbt put something, as dbt writes it, and the other ways in which dbt's companions write it. */
export interface Whereabouts {
  readonly spelling: Spelling;
  readonly aliases: readonly Spelling[];
}

/**
 * Where a model, seed, snapshot or source lives; null when the manifest gives neither a relation nor a schema and name.
 *
 * `relation_name` tells the truth, since it was rendered with the quoting in effect. Where it is missing (not compiled,
 * disabled by --empty, dbt < 1.0 seeds) it is rendered here from database, schema and alias by the same rules.
 */
export function whereabouts(node: Node, metadata: Metadata, namespace: string): Whereabouts | null {
  const table = node.identifier ?? node.alias ?? node.name;
  const name = firstTold(node.relation_name) ?? rendered(node, metadata, table);
  if (name === null) return null;
  const plain = unquoted(name);
  const companions = [dotted(node, table), node.source_name ? dotted(node, node.name) : null];
  const aliases = [...new Set(companions)]
    .filter((alias): alias is string => alias !== null && alias !== plain)
    .map((alias): Spelling => ({ namespace, name: alias, quoting: 'UNKNOWN' }));
  return { spelling: { namespace, name, quoting: 'KNOWN' }, aliases };
}

/** What a relation's name is rendered from. */
type Rendered = Pick<Node, 'schema' | 'database' | 'quoting'> & { readonly config?: Pick<Node['config'], 'quoting'> };

/**
 * What lives in the project alone (ephemeral models, metrics, exposures, …) goes by its unique_id, to the letter.
 *
 * A target that was given keeps it apart from the same project's elsewhere: what feeds it there are other tables.
 */
export const projectSpelling = (project: string, target: string | null, uniqueId: string): Spelling => ({
  namespace: target === null ? `dbt://${project}` : `dbt://${project}#${target}`,
  name: uniqueId,
  quoting: 'NONE',
});

function rendered(node: Rendered, metadata: Metadata, table: string): string | null {
  if (!node.schema || table === '') return null;
  const adapter = metadata.adapter_type ?? '';
  const isQuoted = (part: 'database' | 'schema' | 'identifier'): boolean =>
    firstTold(node.quoting?.[part], node.config?.quoting?.[part], metadata.quoting?.[part]) ?? !UNQUOTED.has(adapter);
  const parts = [quote(node.schema, isQuoted('schema'), adapter), quote(table, isQuoted('identifier'), adapter)];
  if (node.database && !TWO_LEVELS.has(adapter)) parts.unshift(quote(node.database, isQuoted('database'), adapter));
  return parts.join('.');
}

function quote(part: string, isQuoted: boolean, adapter: string): string {
  if (!isQuoted && PLAIN.test(part)) return part;
  const mark = BACKTICKS.has(adapter) ? '`' : '"';
  return mark + part.replaceAll(mark, mark + mark) + mark;
}

const unquoted = (name: string): string => name.replace(/["`[\]]/g, '');

function dotted(node: Node, table: string): string | null {
  return node.database && node.schema ? `${node.database}.${node.schema}.${table}` : null;
}

/** A relation from its parts, quoted as the project's adapter does by default; for exports of saved queries. */
export function relationOf(
  schema: string,
  table: string,
  database: string | null | undefined,
  metadata: Metadata,
): string | null {
  return rendered({ schema, database }, metadata, table);
}
