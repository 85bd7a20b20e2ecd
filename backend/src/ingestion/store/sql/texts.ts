import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { SqlAnalysis } from '../../../sql';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);
const QUEUE = query('queue-sql');
const QUEUE_READERS = query('queue-readers');
const CLAIM = query('claim-sql');
const BACKLOG = query('sql-backlog');
const TEXTS = query('sql-texts');
const PARENTS = query('sql-parents');
const FIND = query('find-analyses');
const KEEP = query('keep-analyses');
const KEEP_ASSETS = query('keep-asset-sql');
const FORGET_ASSETS = query('forget-asset-sql');

/** One of the texts that make an asset. Null where nobody says. */
export interface SqlPiece {
  readonly text: string;
  /** As its producer calls it. */
  readonly dialect?: string | null;
  /** What the job that runs it is of: SPARK, AIRFLOW, … */
  readonly integration?: string | null;
  /** Name of a job that runs it. */
  readonly job?: string | null;
  /** The jobs that run it make other assets too: only what it says by name is this one's. */
  readonly isShared: boolean;
}

/** The SQL that makes an asset. */
export interface SqlText {
  readonly assetId: string;
  readonly publicId: string;
  readonly name: string;
  readonly platform: string;
  /** Each once, in order of text; empty: it has none any more. */
  readonly pieces: readonly SqlPiece[];
  /** Declared, in order. */
  readonly columns: readonly string[];
  /** Lower case names of columns of which another source says where they come from. */
  readonly explicit: readonly string[];
  /** Of what was read last; null when nothing was. */
  readonly lastHash: string | null;
  readonly lastColumns: readonly string[];
  readonly lastIsComplete: boolean | null;
}

/** Something that feeds an asset, with its columns as far as they are known. */
export interface SqlParent {
  readonly publicId: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: string;
  readonly platform: string;
  readonly columns: readonly string[];
  readonly isComplete: boolean;
}

/** Notes assets that changed, and their readers, as far as they have SQL. */
export async function queueSql(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  await tx.query(QUEUE, [assetIds]);
}

/** Notes the readers of assets. */
export async function queueReaders(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  if (assetIds.length > 0) await tx.query(QUEUE_READERS, [assetIds]);
}

/** Takes up to `limit` assets out of the queue, as part of the transaction. */
export async function claimSql(tx: EntityManager, limit: number): Promise<readonly string[]> {
  const [rows] = await tx.query<[{ asset_id: string }[], number]>(CLAIM, [limit]);
  return rows.map((row) => row.asset_id);
}

/** Assets whose SQL waits to be read. */
export async function countSqlBacklog(db: EntityManager): Promise<number> {
  const [row] = await db.query<{ waiting: number }[]>(BACKLOG);
  return row?.waiting ?? 0;
}

interface TextRow {
  readonly asset_id: string;
  readonly public_id: string;
  readonly name: string;
  readonly platform: string;
  readonly texts: readonly SqlPiece[];
  readonly columns: readonly string[];
  readonly explicit: readonly string[];
  readonly hash: string | null;
  readonly sql_columns: readonly string[] | null;
  readonly sql_is_complete: boolean | null;
}

/** The SQL of each asset, in no particular order. */
export async function readTexts(db: EntityManager, assetIds: readonly string[]): Promise<readonly SqlText[]> {
  const rows = await db.query<TextRow[]>(TEXTS, [assetIds]);
  return rows.map((row) => ({
    assetId: row.asset_id,
    publicId: row.public_id,
    name: row.name,
    platform: row.platform,
    pieces: row.texts.filter(({ text }) => text.trim() !== ''),
    columns: row.columns,
    explicit: row.explicit,
    lastHash: row.hash,
    lastColumns: row.sql_columns ?? [],
    lastIsComplete: row.sql_is_complete,
  }));
}

interface ParentRow {
  readonly asset_id: string;
  readonly public_id: string;
  readonly name: string;
  readonly display_name: string;
  readonly type: string;
  readonly platform: string;
  readonly columns: readonly string[];
  readonly is_complete: boolean;
  readonly sql_columns: readonly string[] | null;
  readonly sql_is_complete: boolean | null;
}

/** What feeds each asset, by the asset's internal id. */
export async function readParents(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<ReadonlyMap<string, readonly SqlParent[]>> {
  const parents = new Map<string, SqlParent[]>();
  for (const row of await db.query<ParentRow[]>(PARENTS, [assetIds])) {
    const known = parents.get(row.asset_id) ?? [];
    parents.set(row.asset_id, [...known, parentOf(row)]);
  }
  return parents;
}

/** What lists all columns counts; otherwise what the parent's own SQL gives, in the words of what is declared. */
function parentOf(row: ParentRow): SqlParent {
  const { public_id: publicId, name, display_name: displayName, type, platform } = row;
  const shared = { publicId, name, displayName, type, platform };
  if (row.is_complete) return { ...shared, columns: row.columns, isComplete: true };
  const declared = new Map(row.columns.map((column) => [column.toLowerCase(), column]));
  const given = (row.sql_columns ?? []).map((column) => declared.get(column.toLowerCase()) ?? column);
  const columns = [...new Set([...given, ...row.columns])];
  return { ...shared, columns, isComplete: row.sql_is_complete === true };
}

/** Earlier findings by the hash of their text. */
export async function findAnalyses(
  db: EntityManager,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, SqlAnalysis>> {
  const rows = await db.query<{ hash: string; result: SqlAnalysis }[]>(FIND, [hashes]);
  return new Map(rows.map(({ hash, result }) => [hash, result]));
}

/** Keeps findings for whoever comes with the same text. */
export async function keepAnalyses(
  tx: EntityManager,
  analyses: readonly { readonly hash: string; readonly result: SqlAnalysis }[],
): Promise<void> {
  if (analyses.length > 0) await tx.query(KEEP, [JSON.stringify(analyses)]);
}

/** Which findings are an asset's, and what columns they give it. */
export interface AssetSql {
  readonly asset_id: string;
  readonly hash: string;
  readonly columns: readonly string[];
  readonly is_complete: boolean;
}

/** Notes whose findings they are. */
export async function keepAssetSql(tx: EntityManager, rows: readonly AssetSql[]): Promise<void> {
  if (rows.length > 0) await tx.query(KEEP_ASSETS, [JSON.stringify(rows)]);
}

/** Forgets the findings of assets without SQL. */
export async function forgetAssetSql(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
  if (assetIds.length > 0) await tx.query(FORGET_ASSETS, [assetIds]);
}
