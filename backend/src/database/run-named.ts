import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** One name per text, the same on every connection of this process. */
const names = new Map<string, string>();

/**
 * Runs a statement of a write path in the caller's transaction, by a name: Postgres plans it once per connection. For
 * one patch of one asset, planning took two thirds of all time.
 *
 * The plan is made anew once `analyze` or `truncate` has touched a table of it, and each time after `planEachTime`.
 */
export async function runNamed<Row extends object>(
  tx: EntityManager,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const runner = tx.queryRunner;
  if (runner === undefined) throw new Error('runNamed belongs into a transaction');
  const client = (await runner.connect()) as PoolClient;
  const result = await client.query<Row & QueryResultRow>({ name: nameOf(text), text, values: [...values] });
  return result.rows;
}

/** Runs a write that ends in `select count(*)::int as written`, and gives that number. */
export async function countNamed(tx: EntityManager, text: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await runNamed<{ written: number }>(tx, text, values);
  return row?.written ?? 0;
}

/** For the rest of this transaction, statements with parameters are planned for their values: large sets need that. */
export async function planEachTime(tx: EntityManager): Promise<void> {
  await tx.query("select set_config('plan_cache_mode', 'force_custom_plan', true)");
}

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `write-${String(names.size)}`;
  names.set(text, name);
  return name;
}
