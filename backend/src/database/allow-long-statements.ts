import type { EntityManager } from 'typeorm';

/** Lifts the time limit on statements for the rest of this transaction: for ingestion and other background work. */
export async function allowLongStatements(tx: EntityManager): Promise<void> {
  await tx.query("select set_config('statement_timeout', '0', true)");
}
