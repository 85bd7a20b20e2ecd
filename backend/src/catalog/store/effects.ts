import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Effect } from '../effect';

const ADD = loadSql(__dirname, 'queries/add-effect.sql');
const HOLD = loadSql(__dirname, 'queries/hold-effect.sql');
const AFTER = loadSql(__dirname, 'queries/changes-after.sql');
const ADVANCE = loadSql(__dirname, 'queries/advance-effect.sql');
const BACKLOG = loadSql(__dirname, 'queries/effect-backlog.sql');
const BEHIND = loadSql(__dirname, 'queries/effects-behind.sql');

/** Makes an effect known; it begins with the first change ever. */
export async function addEffect(db: EntityManager, name: string): Promise<void> {
  await db.query(ADD, [name]);
}

/** How far the effect has read; null when another transaction is at it. */
export async function holdEffect(tx: EntityManager, name: string): Promise<string | null> {
  const [row] = await tx.query<{ seq: string }[]>(HOLD, [name]);
  return row?.seq ?? null;
}

/** The next changes but for those that are ignored; `upTo` is null when there are none, `isFull`: more may follow. */
export async function changesAfter(
  tx: EntityManager,
  seq: string,
  limit: number,
  { ignores, ignoresActor }: Pick<Effect, 'ignores' | 'ignoresActor'>,
): Promise<{ assetIds: readonly string[]; upTo: string | null; isFull: boolean }> {
  const [row] = await tx.query<{ asset_ids: string[]; up_to: string | null; is_full: boolean }[]>(AFTER, [
    seq,
    limit,
    ignores ?? [],
    ignoresActor,
  ]);
  if (row === undefined) throw new Error('The change log gave no answer');
  return { assetIds: row.asset_ids, upTo: row.up_to, isFull: row.is_full };
}

/** Notes that the effect has read everything up to change `seq`; commits with what it wrote. */
export async function advanceEffect(tx: EntityManager, name: string, seq: string): Promise<void> {
  await tx.query(ADVANCE, [name, seq]);
}

/** Changes that the effect has not read yet. */
export async function effectBacklog(db: EntityManager, name: string): Promise<number> {
  const [row] = await db.query<{ waiting: number }[]>(BACKLOG, [name]);
  return row?.waiting ?? 0;
}

/** Names of the effects that have changes to read; one look at the end of the log. */
export async function effectsBehind(db: EntityManager): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ name: string }[]>(BEHIND);
  return new Set(rows.map(({ name }) => name));
}
