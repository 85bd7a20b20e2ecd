import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { KeysetPosition } from '../../../shared/keyset';
import type { SuggestionFilter, SuggestionGroupRow, SuggestionRow } from '../../domain/suggestion/suggestion-record';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const LIST = query('list-suggestions');
const COUNT = query('count-suggestions');
const GROUPS = query('group-suggestions');
const MARKED = query('count-marked');

/** A filter in the database's words. */
export type SuggestionSelection = Readonly<Record<string, unknown>>;

/** `assetId`: the internal one of the filter's asset. */
export function suggestionSelection(filter: SuggestionFilter, assetId: string | null): SuggestionSelection {
  return {
    statuses: some(filter.status),
    patterns: some(filter.pattern),
    proposals: some(filter.proposal),
    sources: some(filter.source),
    namespaces: some(filter.namespace),
    ids: filter.ids ?? undefined,
    assetId: assetId ?? undefined,
    column: filter.column ?? undefined,
    minConfidence: filter.minConfidence ?? undefined,
  };
}

const some = (values: readonly string[] | null | undefined): readonly string[] | undefined =>
  values && values.length > 0 ? values : undefined;

/** Latest first, at most `limit`, below id `before`. */
export function listSuggestions(
  db: EntityManager,
  selection: SuggestionSelection,
  limit: number,
  before: string | null,
): Promise<SuggestionRow[]> {
  return db.query<SuggestionRow[]>(LIST, [JSON.stringify(selection), before, limit]);
}

/** All that fit. */
export async function countSuggestions(db: EntityManager, selection: SuggestionSelection): Promise<number> {
  return (await counts(db, selection)).count;
}

/** Assets that those that fit are about. */
export async function countSuggestedAssets(db: EntityManager, selection: SuggestionSelection): Promise<number> {
  return (await counts(db, selection)).assets;
}

async function counts(db: EntityManager, selection: SuggestionSelection): Promise<{ count: number; assets: number }> {
  const [row] = await db.query<{ count: number; assets: number }[]>(COUNT, [JSON.stringify(selection)]);
  return row ?? { count: 0, assets: 0 };
}

/** Largest first; `total` counts the groups of all pages. */
export function groupSuggestions(
  db: EntityManager,
  selection: SuggestionSelection,
  limit: number,
  after: KeysetPosition | null,
): Promise<(SuggestionGroupRow & { readonly total: number })[]> {
  return db.query(GROUPS, [JSON.stringify(selection), after && JSON.stringify(after), limit]);
}

/** Columns that confirming would mark: how many, and internal ids of up to 50. */
export interface Marked {
  readonly columns: number;
  readonly some: readonly string[];
}

/** For each selection the further columns that it would mark. */
export async function readMarked(db: EntityManager, selections: readonly SuggestionSelection[]): Promise<Marked[]> {
  const rows = await db.query<(Marked & { position: number })[]>(MARKED, [JSON.stringify(selections)]);
  const byPosition = new Map(rows.map(({ position, columns, some }) => [position, { columns, some }]));
  return selections.map((_, index) => byPosition.get(index + 1) ?? { columns: 0, some: [] });
}
