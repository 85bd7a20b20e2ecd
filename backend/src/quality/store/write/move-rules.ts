import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';

const MOVE = loadSql(__dirname, 'queries/move-rules.sql');

/** Moves rules with their results to another asset; `ruleIds` null: all. @returns ids of those that moved */
export async function moveRules(
  tx: EntityManager,
  fromId: string,
  intoId: string,
  ruleIds: readonly string[] | null,
): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(MOVE, [fromId, intoId, ruleIds]);
  return rows.map(({ id }) => id);
}
