import type { EntityManager } from 'typeorm';
import { copyRows, textArray, type CopyValue } from '../../../database/copy-rows';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';
import { planProjection, type AssetPlan } from './plan-projection';
import type { ColumnRow, ProjectionInput, VersionRow } from './projection-rows';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const INPUT = query('projection-input');
const UPDATE = query('update-assets');
const COPY_COLUMNS = query('copy-columns');
const UPDATE_COLUMNS = query('update-columns');
const DROP_COLUMNS = query('drop-columns');
const COPY_VERSIONS = query('copy-schema-versions');
const AMEND_VERSIONS = query('amend-schema-versions');
const CHANGES = query('add-changes');
const SEARCH = query('write-search-documents');
const WORDS = query('add-search-words');
const DEGREES = query('refresh-degrees');

/** Assets read, projected and written at a time: a few megabytes, a few dozen milliseconds. */
const BATCH = 125;
const SEARCH_BATCH = 1_000;
const DEGREE_BATCH = 5_000;

/** Who is behind a change, for the change log. */
export interface ChangeContext {
  readonly deliveryId: string | null;
  readonly actor: string;
}

/** What a projection did. `dropped`: columns that nobody lists any more, to be taken away once column edges are right. */
export interface ProjectionResult {
  readonly written: number;
  readonly dirtyAssetIds: readonly string[];
  readonly dropped: readonly string[];
}

function* inBatches<Item>(items: readonly Item[], size: number): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

const writeRows = (tx: EntityManager, sql: string, rows: readonly object[], rest: readonly unknown[] = []) =>
  rows.length === 0 ? Promise.resolve(0) : countNamed(tx, sql, [JSON.stringify(rows), ...rest]);

const present = <Value>(values: readonly (Value | null)[]): Value[] => values.filter((value) => value !== null);

/** As copy-columns.sql takes it. */
const copiedColumn = (row: ColumnRow): CopyValue[] => [
  row.asset_id,
  row.path,
  row.ordinal,
  row.type,
  row.nullable,
  row.description,
  textArray(row.tags),
  row.class_level,
  textArray(row.class_categories),
  row.class_subtypes && textArray(row.class_subtypes),
  row.class_exact,
  row.is_primary_key,
  row.is_declared,
  JSON.stringify(row.properties),
];

/** As copy-schema-versions.sql takes it, but for the delivery. */
const copiedVersion = (row: VersionRow): CopyValue[] => [
  row.asset_id,
  row.version,
  JSON.stringify(row.columns),
  JSON.stringify(row.diff),
  row.is_breaking,
  row.observed_at,
];

async function writePlans(tx: EntityManager, plans: readonly AssetPlan[], context: ChangeContext): Promise<number> {
  let written = await writeRows(tx, UPDATE, present(plans.map(({ update }) => update)));
  written += await writeRows(
    tx,
    UPDATE_COLUMNS,
    plans.flatMap(({ columns }) => columns.changed),
  );
  const added = plans.flatMap(({ columns }) => columns.added.map(copiedColumn));
  written += await copyRows(tx, COPY_COLUMNS, added);
  written += await writeVersions(tx, plans, context);
  const changes = present(plans.map(({ change }) => change));
  return written + (await writeRows(tx, CHANGES, changes, [context.deliveryId, context.actor]));
}

async function writeVersions(tx: EntityManager, plans: readonly AssetPlan[], context: ChangeContext): Promise<number> {
  const versions = plans.flatMap(({ version, amendsVersion }) => (version ? [{ version, amendsVersion }] : []));
  const amended = versions.filter(({ amendsVersion }) => amendsVersion).map(({ version }) => version);
  const added = versions.filter(({ amendsVersion }) => !amendsVersion).map(({ version }) => copiedVersion(version));
  const rows = added.map((row) => [...row, context.deliveryId]);
  return (await copyRows(tx, COPY_VERSIONS, rows)) + (await writeRows(tx, AMEND_VERSIONS, amended));
}

/**
 * Makes assets and their columns show what all their sources say now; writes only what differs.
 *
 * `newlyReferenced`: those that somebody has only now referred to, so that a retired one becomes a stub.
 */
export async function projectFacts(
  tx: EntityManager,
  assetIds: readonly string[],
  newlyReferenced: ReadonlySet<string>,
  context: ChangeContext,
): Promise<ProjectionResult> {
  const result = { written: 0, dirtyAssetIds: [] as string[], dropped: [] as string[] };
  const read = (ids: readonly string[]): Promise<ProjectionInput[]> =>
    runNamed<ProjectionInput>(tx, INPUT, [ids, context.deliveryId]);
  const plan = (input: ProjectionInput): AssetPlan => planProjection(input, newlyReferenced.has(input.id));
  const batches = [...inBatches(assetIds, BATCH)];
  let plans = (await read(batches[0] ?? [])).map(plan);
  for (let index = 0; index < batches.length; index += 1) {
    const next = batches[index + 1];
    // One batch is written while the next is read and planned; the connection does one after the other, without a pause.
    const [writing, planning] = await Promise.allSettled([
      writePlans(tx, plans, context),
      next === undefined ? Promise.resolve([]) : read(next).then((inputs) => inputs.map(plan)),
    ]);
    collect(result, plans);
    result.written += settled(writing);
    plans = settled(planning);
  }
  return result;
}

/** Both have ended before either's failure is told: the transaction must be quiet before anybody rolls it back. */
function settled<Value>(outcome: PromiseSettledResult<Value>): Value {
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}

function collect(result: { dirtyAssetIds: string[]; dropped: string[] }, plans: readonly AssetPlan[]): void {
  result.dirtyAssetIds.push(...plans.filter(({ isDirty }) => isDirty).map(({ assetId }) => assetId));
  result.dropped.push(...plans.flatMap(({ columns }) => columns.dropped));
}

/** Takes away columns that nobody lists; those that lineage mentions stay, undeclared. Returns rows written. */
export async function dropColumns(tx: EntityManager, columnIds: readonly string[]): Promise<number> {
  return columnIds.length === 0 ? 0 : countNamed(tx, DROP_COLUMNS, [columnIds]);
}

/** Writes the search documents of assets, and their words into the dictionary. Returns rows written. */
export async function writeSearchDocuments(tx: EntityManager, assetIds: readonly string[]): Promise<number> {
  let written = 0;
  for (const ids of inBatches(assetIds, SEARCH_BATCH)) written += await countNamed(tx, SEARCH, [ids]);
  return assetIds.length === 0 ? 0 : written + (await countNamed(tx, WORDS, [assetIds]));
}

/** Counts the neighbours of assets anew; call for both ends of every edge that came or went. Returns rows written. */
export async function refreshDegrees(tx: EntityManager, assetIds: readonly string[]): Promise<number> {
  let written = 0;
  for (const ids of inBatches(assetIds, DEGREE_BATCH)) written += await countNamed(tx, DEGREES, [ids]);
  return written;
}

/**
 * Recomputes assets from their assertions, whole: facts, columns, schema version, neighbours, search document and
 * change log. For merges, splits and new rules of identity; the caller has moved the assertions and holds
 * `lockCatalogForWriting`.
 *
 * @returns rows written
 */
export async function projectAssets(
  tx: EntityManager,
  assetIds: readonly string[],
  context: ChangeContext,
): Promise<number> {
  const { written, dropped } = await projectFacts(tx, assetIds, new Set(), context);
  const afterwards = (await dropColumns(tx, dropped)) + (await refreshDegrees(tx, assetIds));
  return written + afterwards + (await writeSearchDocuments(tx, assetIds));
}
