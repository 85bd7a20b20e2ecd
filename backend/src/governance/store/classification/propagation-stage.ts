import type { EntityManager } from 'typeorm';
import { openDerivedStage } from '../../../catalog';

/**
 * Propagation at work: temporary tables of the session, emptied with every transaction.
 *
 * stage_frontier: columns whose edges are asked for. stage_region: columns that are computed anew, by the round in which they were added. stage_label: what columns carry,
 * 0 hops from where it is said. stage_group: (statement, asset) whose rows are grouped by something personal.
 * stage_changed: columns whose stored classification changed.
 */
const TABLES = [
  'create temp table if not exists stage_frontier (column_id bigint not null) on commit delete rows',
  `create temp table if not exists stage_region (
     column_id bigint primary key, round int not null
   ) on commit delete rows`,
  `create temp table if not exists stage_label (
     column_id bigint not null, atom_id int not null, hops smallint not null, origin_id bigint not null,
     via_id bigint not null, via_atom_id int not null, primary key (column_id, atom_id)
   ) on commit delete rows`,
  `create temp table if not exists stage_group (
     assertion_id bigint not null, asset_id bigint not null, primary key (assertion_id, asset_id)
   ) on commit delete rows`,
  'create temp table if not exists stage_changed (column_id bigint primary key) on commit delete rows',
];
const EMPTY = 'truncate stage_frontier, stage_region, stage_label, stage_group, stage_changed';

/** Makes sure that the staging tables are there, and empty. */
export async function openPropagationStage(tx: EntityManager): Promise<void> {
  for (const table of TABLES) await tx.query(table);
  await tx.query(EMPTY);
  await openDerivedStage(tx);
}
