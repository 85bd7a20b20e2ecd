import type { EntityManager } from 'typeorm';
import type { Stage } from '../../../database/open-stage';
import type { EdgeKind, EdgeSubtype, MaskingKind } from '../../../shared/vocabulary';
import { copyRows, type CopyValue } from '../../../database/copy-rows';
import { loadSql } from '../../../database/load-sql';

const EDGES = loadSql(__dirname, 'queries/stage-edges.sql');
const COLUMN_EDGES = loadSql(__dirname, 'queries/stage-column-edges.sql');

/**
 * Edges on their way in: temporary tables of the session, emptied for every patch.
 *
 * stage_edge and stage_column_edge hold what was said, by numbers of stage_ref; the resolved ones hold it by asset.
 */
const TABLES = [
  `create temp table if not exists stage_edge (
     statement_no int not null, upstream_ref int not null, downstream_ref int not null, job_ref int,
     kind text not null, transformation text, code_hash text
   )`,
  `create temp table if not exists stage_resolved_edge (
     assertion_id bigint not null, upstream_id bigint not null, downstream_id bigint not null, job_id bigint,
     kind text not null, transformation text, code_hash text, primary key (upstream_id, downstream_id, assertion_id)
   )`,
  `create temp table if not exists stage_column_edge (
     statement_no int not null, upstream_ref int not null, upstream_column text not null,
     downstream_ref int not null, downstream_column text not null,
     kind text not null, subtype text not null, masking boolean not null, function text, masking_kind text
   )`,
  `create temp table if not exists stage_resolved_column_edge (
     assertion_id bigint not null, upstream_id bigint not null, upstream_column text not null,
     downstream_id bigint not null, downstream_column text not null,
     kind text not null, subtype text not null, masking boolean not null, function text, masking_kind text
   )`,
  `create temp table if not exists stage_final_column_edge (
     assertion_id bigint not null, upstream_id bigint not null, downstream_id bigint not null,
     kind text not null, subtype text not null, masking boolean not null, function text, masking_kind text,
     primary key (upstream_id, downstream_id, assertion_id)
   )`,
];

/** The staging tables of edges; `openStages` makes and empties them. */
export const LINEAGE_STAGE: Stage = {
  create: TABLES,
  names: [
    'stage_edge',
    'stage_resolved_edge',
    'stage_column_edge',
    'stage_resolved_column_edge',
    'stage_final_column_edge',
  ],
  sweep: `delete from stage_edge; delete from stage_resolved_edge; delete from stage_column_edge; delete from stage_resolved_column_edge; delete from stage_final_column_edge`,
  replace: `truncate stage_edge, stage_resolved_edge, stage_column_edge, stage_resolved_column_edge,
  stage_final_column_edge`,
};

/** `…_ref`: numbers of stage_ref. */
export interface StagedEdge {
  readonly statement_no: number;
  readonly upstream_ref: number;
  readonly downstream_ref: number;
  readonly job_ref: number | null;
  readonly kind: EdgeKind;
  readonly transformation: string | null;
  readonly code_hash: string | null;
}

export interface StagedColumnEdge {
  readonly statement_no: number;
  readonly upstream_ref: number;
  readonly upstream_column: string;
  readonly downstream_ref: number;
  readonly downstream_column: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
  readonly function: string | null;
  readonly masking_kind: MaskingKind | null;
}

const edgeRow = (edge: StagedEdge): CopyValue[] => [
  edge.statement_no,
  edge.upstream_ref,
  edge.downstream_ref,
  edge.job_ref,
  edge.kind,
  edge.transformation,
  edge.code_hash,
];

const columnEdgeRow = (edge: StagedColumnEdge): CopyValue[] => [
  edge.statement_no,
  edge.upstream_ref,
  edge.upstream_column,
  edge.downstream_ref,
  edge.downstream_column,
  edge.kind,
  edge.subtype,
  edge.masking,
  edge.function,
  edge.masking_kind,
];

/** Edges as a statement says them; repeated ones are joined when they are resolved. */
export const stageEdges = (tx: EntityManager, edges: readonly StagedEdge[]): Promise<number> =>
  copyRows(tx, EDGES, edges.map(edgeRow));

/** Column edges as a statement says them, columns by path. */
export const stageColumnEdges = (tx: EntityManager, edges: readonly StagedColumnEdge[]): Promise<number> =>
  copyRows(tx, COLUMN_EDGES, edges.map(columnEdgeRow));
