import type { EntityManager } from 'typeorm';
import type { FacetValue } from '../../catalog';
import { loadSql } from '../../database';
import type { Direction } from '../domain/omission';

const perDirection = (what: string): Record<Direction, string> => ({
  UPSTREAM: loadSql(__dirname, `queries/${what}-upstream.sql`),
  DOWNSTREAM: loadSql(__dirname, `queries/${what}-downstream.sql`),
  BOTH: loadSql(__dirname, `queries/${what}-both.sql`),
});
const PAGE = perDirection('neighbours');
const TYPES = perDirection('neighbour-types');

/** Where a page of neighbours ended. */
export interface NeighbourPosition {
  readonly displayName: string;
  readonly id: string;
}

/** Internal ids and names of direct neighbours after a position, in order of name; at most `limit`. */
export async function readNeighbours(
  db: EntityManager,
  assetId: string,
  direction: Direction,
  text: string,
  limit: number,
  after: NeighbourPosition | null,
): Promise<NeighbourPosition[]> {
  const rows = await db.query<{ id: string; display_name: string }[]>(PAGE[direction], [
    assetId,
    text,
    limit,
    after?.displayName ?? null,
    after?.id ?? null,
  ]);
  return rows.map((row) => ({ id: row.id, displayName: row.display_name }));
}

/** Direct neighbours counted by type, most frequent first. */
export function countNeighbourTypes(
  db: EntityManager,
  assetId: string,
  direction: Direction,
  text: string,
): Promise<FacetValue[]> {
  return db.query<FacetValue[]>(TYPES[direction], [assetId, text]);
}
