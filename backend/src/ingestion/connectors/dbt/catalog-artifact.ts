import { readSections } from '../../../shared/json-stream';
import type { AssetType, ColumnClaim } from '../../../shared/vocabulary';
import type { AssetStatement, MetadataPatch, Statement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { companionSource, readHead, type ArtifactHead, type Companions } from './artifact';
import { batched } from './batched';
import { columnPath, MAX_COLUMNS } from './columns';
import { shown, understand } from './lenient';
import { note } from './metadata';
import { firstTold, telling } from './said';
import { CatalogTable } from './shapes';
import { dbtKey, resourceTypeOf } from './unique-id';

/** Statistics that adapters give under names of their own. */
const ROW_COUNTS = ['num_rows', 'row_count', 'rows'];
const BYTE_COUNTS = ['num_bytes', 'bytes', 'size'];

/** Adapters do not agree on how they call what they list. */
const TYPES: readonly (readonly [RegExp, AssetType])[] = [
  [/materiali[sz]ed|dynamic/i, 'MATERIALIZED_VIEW'],
  [/external/i, 'EXTERNAL_TABLE'],
  [/view/i, 'VIEW'],
  [/table/i, 'TABLE'],
];

/** catalog.json: what the warehouse itself says of the project's relations; types and order of columns are its word. */
export async function readCatalog(part: DeliveryPart, companions: Companions): Promise<MetadataPatch> {
  const head = await readHead(part, 'catalog', companions);
  const adapter = adapterOf(companions);
  return {
    source: companionSource('dbt-catalog', 'catalog', head.project, companions.parameters),
    observedAt: head.observedAt,
    isComplete: false,
    statements: batched(statements(part, head, adapter)),
  };
}

/** BigQuery alone writes nested columns with dots; without a manifest its namespace gives it away. */
const adapterOf = ({ manifest, parameters }: Companions): string | null =>
  manifest?.metadata.adapter_type ?? (parameters.namespace.startsWith('bigquery') ? 'bigquery' : null);

async function* statements(part: DeliveryPart, head: ArtifactHead, adapter: string | null): AsyncGenerator<Statement> {
  yield* head.notes;
  const modeOf = (section: string): 'entries' | 'skip' =>
    ['nodes', 'sources', 'errors'].includes(section) ? 'entries' : 'skip';
  for await (const { section, key: uniqueId, value } of readSections(part.open(), { part: part.name, modeOf })) {
    if (section === 'errors') yield note(part.name, `dbt reported: ${String(value).slice(0, 1000)}`);
    else yield* tableStatements(uniqueId, value, head, adapter);
  }
}

function tableStatements(
  uniqueId: string,
  raw: unknown,
  head: ArtifactHead,
  adapter: string | null,
): readonly Statement[] {
  const key = `dbt-catalog:${head.project}/${uniqueId}`;
  if (head.known?.has(uniqueId) === false) return [note(key, 'is in the catalog but not in the manifest; left out')];
  const understood = understand(CatalogTable, raw);
  if (!understood.ok) return [note(key, `not understood: ${understood.reason}`, 'REFUSED')];
  const oddities = understood.oddities.length > 0 ? [note(key, `left out: ${shown(understood.oddities)}`)] : [];
  return [tableStatement(key, uniqueId, understood.value, head, adapter), ...oddities];
}

function tableStatement(
  key: string,
  uniqueId: string,
  table: CatalogTable,
  head: ArtifactHead,
  adapter: string | null,
): AssetStatement {
  return {
    kind: 'asset',
    key,
    subject: { key: dbtKey(head.project, uniqueId) },
    facts: telling({
      type: typeOf(uniqueId, table),
      description: table.metadata.comment,
      properties: telling({
        rowCount: statistic(table, ROW_COUNTS),
        byteCount: statistic(table, BYTE_COUNTS),
        databaseOwner: table.metadata.owner,
        warehouseType: table.metadata.type,
      }),
    }),
    columns: columnsOf(table, adapter),
  };
}

/** The warehouse knows no seeds and snapshots: there it would only blur what the manifest says. */
function typeOf(uniqueId: string, table: CatalogTable): AssetType | null {
  if (!['model', 'source'].includes(resourceTypeOf(uniqueId))) return null;
  return TYPES.find(([pattern]) => pattern.test(table.metadata.type ?? ''))?.[1] ?? null;
}

function columnsOf(table: CatalogTable, adapter: string | null): readonly ColumnClaim[] {
  return Object.entries(table.columns ?? {})
    .sort(([, a], [, b]) => (a?.index ?? 0) - (b?.index ?? 0))
    .slice(0, MAX_COLUMNS)
    .map(([key, column]) => ({
      path: columnPath(firstTold(column?.name, key) ?? key, adapter),
      ...telling({ type: column?.type, description: column?.comment }),
    }));
}

/** A count from a number or a text of one, as adapters write both. */
function statistic(table: CatalogTable, names: readonly string[]): number | null {
  const values = names
    .map((name) => table.stats?.[name]?.value)
    .filter((value) => typeof value === 'number' || typeof value === 'string');
  const counts = values.map(Number).filter((count) => Number.isFinite(count) && count >= 0);
  return counts[0] ?? null;
}
