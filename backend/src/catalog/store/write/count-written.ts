import type { EntityManager } from 'typeorm';

/** Runs a write whose query ends in `select count(*)::int as written`, and gives that number. */
export async function countWritten(tx: EntityManager, sql: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await tx.query<{ written: number }[]>(sql, [...parameters]);
  return row?.written ?? 0;
}
