import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { ViolationFilter } from '../../domain/violation/violation-filter';
import type { FacetCount, ViolationRow } from '../../domain/violation/violation-record';

const LIST = loadSql(__dirname, 'queries/list-violations.sql');
const COUNT = loadSql(__dirname, 'queries/count-violations.sql');
const FACETS = loadSql(__dirname, 'queries/count-violation-facets.sql');

/** A filter in the database's words; absent says nothing. */
export type ViolationSelection = Readonly<Record<string, unknown>>;

/** `assetId`: the internal one of the filter's asset. */
export function selectionOf(filter: ViolationFilter, assetId: string | null): ViolationSelection {
  const [namespaces, owners, layers] = [some(filter.namespace), some(filter.owner), some(filter.layer)];
  const selection = {
    statuses: some(filter.status),
    severities: some(filter.severity),
    policies: some(filter.policy),
    requirements: some(filter.requirement),
    codes: some(filter.code),
    ids: some(filter.ids)?.map((id) => id.toLowerCase()),
    assignees: some(filter.assignee)?.map((id) => id.toLowerCase()),
    namespaces,
    owners,
    layers,
    assetFacts: namespaces ?? owners ?? layers,
    assetId: assetId ?? undefined,
    isAssigned: filter.isAssigned ?? undefined,
    isOverdue: filter.isOverdue ?? undefined,
  };
  return selection;
}

const some = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values && values.length > 0 ? values : undefined;

/** Latest first, at most `limit`, below id `before`. */
export function listViolations(
  db: EntityManager,
  selection: ViolationSelection,
  limit: number,
  before: string | null,
): Promise<ViolationRow[]> {
  return db.query<ViolationRow[]>(LIST, [JSON.stringify(selection), before, limit]);
}

/** All that fit. */
export async function countViolations(db: EntityManager, selection: ViolationSelection): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, [JSON.stringify(selection)]);
  return row?.count ?? 0;
}

/** Counts by field and value, most first. */
export function countFacets(db: EntityManager, selection: ViolationSelection): Promise<FacetCount[]> {
  return db.query<FacetCount[]>(FACETS, [JSON.stringify(selection)]);
}
