import type { EntityManager } from 'typeorm';
import { analyzeStage, type Stage } from '../../../database/open-stage';

/**
 * What a patch says, on its way in: temporary tables of the session, emptied for every patch.
 *
 * stage_ref: every asset that the patch names, once per spelling, key or id; `asset_id` when it is resolved.
 * stage_statement: asset statements that are new or differ from before; stage_seen: the keys of all of them.
 * stage_closed: assertions that end; stage_edge_change: edges that came or went; stage_column_end: columns of column edges.
 */
const TABLES = [
  `create temp table if not exists stage_ref (
     no int primary key, kind text not null, key text, namespace text, name text, verbatim text, platform text,
     is_weak boolean, is_partial boolean, quoting_known boolean, is_job boolean, raw_namespace text, raw_name text,
     default_type text, said_by text, namespace_id int, asset_id bigint, rule text
   )`,
  `create temp table if not exists stage_seen (
     key text primary key, hash text not null, is_unchanged boolean not null
   )`,
  `create temp table if not exists stage_statement (
     no int primary key, key text not null, hash text not null, subject_ref int not null, subject_key text,
     vouches boolean not null, facts jsonb not null, says_edges boolean not null, says_column_edges boolean not null,
     asset_id bigint, previous_asset_id bigint, assertion_id bigint, outcome text
   )`,
  'create temp table if not exists stage_alias (statement_no int not null, ref_no int not null)',
  'create temp table if not exists stage_code (hash text primary key, text text not null)',
  `create temp table if not exists stage_closed (
     assertion_id bigint primary key, key text not null, asset_id bigint not null, reason text not null
   )`,
  `create temp table if not exists stage_edge_change (
     upstream_id bigint not null, downstream_id bigint not null, operation text not null, is_column boolean not null
   )`,
  `create temp table if not exists stage_column_end (
     asset_id bigint not null, path text not null, column_id bigint, primary key (asset_id, path)
   )`,
];

/** The staging tables of asset statements; `openStages` makes and empties them. */
export const CATALOG_STAGE: Stage = {
  create: TABLES,
  names: [
    'stage_ref',
    'stage_seen',
    'stage_statement',
    'stage_alias',
    'stage_code',
    'stage_closed',
    'stage_edge_change',
    'stage_column_end',
  ],
  sweep: `delete from stage_ref; delete from stage_seen; delete from stage_statement; delete from stage_alias; delete from stage_code; delete from stage_closed; delete from stage_edge_change; delete from stage_column_end`,
  replace: `truncate stage_ref, stage_seen, stage_statement, stage_alias, stage_code, stage_closed,
  stage_edge_change, stage_column_end`,
};

/** Lets the planner see how much of the patch was staged. */
export function analyzeCatalogStage(tx: EntityManager): Promise<void> {
  return analyzeStage(tx, ['stage_ref', 'stage_seen', 'stage_statement', 'stage_alias']);
}
