import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const FIND = query('edge-to-block');
const WRITE = query('write-block');
const DELETE = query('delete-block');
const LIST = query('list-blocks');

/** Two columns, by internal ids. */
export interface ColumnPair {
  readonly upstream_id: string;
  readonly downstream_id: string;
}

/** A column by its asset's internal id. */
export interface NamedColumn {
  readonly assetId: string;
  readonly column: string;
}

export interface BlockRow {
  readonly upstream_asset: string;
  readonly upstream_path: string;
  readonly downstream_path: string;
  readonly categories: readonly string[];
  readonly reason: string;
  readonly actor: string;
  readonly created_at: Date;
}

/** Null when no source says that values flow from the one into the other. */
export async function findEdge(db: EntityManager, from: NamedColumn, to: NamedColumn): Promise<ColumnPair | null> {
  const [row] = await db.query<ColumnPair[]>(FIND, [from.assetId, from.column, to.assetId, to.column]);
  return row ?? null;
}

/** Closes an edge to categories; to all when there are none. */
export async function writeBlock(
  tx: EntityManager,
  edge: ColumnPair,
  block: { readonly categories: readonly string[]; readonly reason: string; readonly actor: string },
): Promise<void> {
  await tx.query(WRITE, [edge.upstream_id, edge.downstream_id, block.categories, block.reason, block.actor]);
}

/** Opens an edge again; null when it was open. */
export async function deleteBlock(
  tx: EntityManager,
  edge: ColumnPair,
): Promise<Pick<BlockRow, 'categories' | 'reason'> | null> {
  const [row] = await tx.query<Pick<BlockRow, 'categories' | 'reason'>[]>(DELETE, [
    edge.upstream_id,
    edge.downstream_id,
  ]);
  return row ?? null;
}

/** Closed edges into an asset, latest first. */
export function listBlocks(db: EntityManager, assetId: string): Promise<BlockRow[]> {
  return db.query<BlockRow[]>(LIST, [assetId]);
}
