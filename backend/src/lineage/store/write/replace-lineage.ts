import type { EntityManager } from 'typeorm';
import { resolveColumnEnds } from '../../../catalog';
import { loadSql } from '../../../database/load-sql';
import { analyzeStage } from '../../../database/open-stage';
import { countNamed, runNamed } from '../../../database/run-named';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const UNRESOLVED = query('list-unresolved-edges');
const RESOLVE = query('resolve-edges');
const RESOLVE_COLUMNS = query('resolve-column-edges');
const FORGET_PENDING = query('forget-pending');
const ADD_PENDING = query('add-pending');
const TAKE_PENDING = query('take-pending');
const CLOSE = query('close-edges');
const OPEN = query('open-edges');
const COLUMN_ENDS = query('stage-column-ends');
const FINISH_COLUMNS = query('finish-column-edges');
const CLOSE_COLUMNS = query('close-column-edges');
const OPEN_COLUMNS = query('open-column-edges');

/** When the evidence was made, and the delivery that brought it. */
export interface LineageEvidence {
  readonly observedAt: Date;
  readonly deliveryId: string | null;
}

/** A staged edge that could not become an edge as it was said, by the names the source used. */
export interface UnresolvedEdge {
  readonly key: string;
  readonly upstream: string;
  readonly downstream: string;
  /** SELF: both ends are one asset. UNKNOWN: nobody has said the key of an end yet; it waits. GONE: no such id. */
  readonly problem: 'SELF' | 'UNKNOWN' | 'GONE';
}

/** Staged edges to leave out or to let wait, in the order of the patch. */
export function listUnresolvedEdges(tx: EntityManager): Promise<UnresolvedEdge[]> {
  return runNamed<UnresolvedEdge>(tx, UNRESOLVED);
}

/** How much of lineage a patch says. */
export interface LineageExtent {
  /** Edges and column edges staged. */
  readonly edges: number;
  /** Whether any statement says edges anew, moves to another asset, or ends. */
  readonly isTouched: boolean;
}

/** From here on the planner should know how much was staged. */
const MANY = 200;

/**
 * Makes the edges of each staged assertion what it says now, and ends those of closed ones, column edges included; what
 * it says as before is not touched. Notes what came and went in stage_edge_change.
 *
 * @returns rows written; a patch without lineage writes where something waited for what it describes
 */
export async function replaceEdges(
  tx: EntityManager,
  { observedAt, deliveryId }: LineageEvidence,
  { edges, isTouched }: LineageExtent,
): Promise<number> {
  let written = isTouched ? await resolveEdges(tx, edges) : 0;
  const taken = await countNamed(tx, TAKE_PENDING);
  if (!isTouched && taken === 0) return 0;
  written += taken;
  if (edges >= MANY) await analyzeStage(tx, ['stage_resolved_edge', 'stage_resolved_column_edge']);
  written += await countNamed(tx, CLOSE, [observedAt, deliveryId]);
  written += await countNamed(tx, CLOSE_COLUMNS, [observedAt, deliveryId, true]);
  return written + (await countNamed(tx, OPEN, [observedAt, deliveryId]));
}

async function resolveEdges(tx: EntityManager, edges: number): Promise<number> {
  if (edges >= MANY) await analyzeStage(tx, ['stage_edge', 'stage_column_edge', 'stage_statement']);
  await runNamed(tx, RESOLVE);
  await runNamed(tx, RESOLVE_COLUMNS);
  return (await countNamed(tx, FORGET_PENDING)) + (await countNamed(tx, ADD_PENDING));
}

/**
 * The same for column edges; columns that nobody lists are made as undeclared ones. Call when the listed ones are there.
 *
 * @returns rows written
 */
export async function replaceColumnEdges(
  tx: EntityManager,
  { observedAt, deliveryId }: LineageEvidence,
  { edges }: LineageExtent,
): Promise<number> {
  await runNamed(tx, COLUMN_ENDS);
  if (edges >= MANY) await analyzeStage(tx, ['stage_column_end']);
  let written = await resolveColumnEnds(tx);
  await runNamed(tx, FINISH_COLUMNS);
  if (edges >= MANY) await analyzeStage(tx, ['stage_final_column_edge']);
  written += await countNamed(tx, CLOSE_COLUMNS, [observedAt, deliveryId, false]);
  return written + (await countNamed(tx, OPEN_COLUMNS, [observedAt]));
}
