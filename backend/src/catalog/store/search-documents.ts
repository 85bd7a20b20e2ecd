import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { Facet } from '../domain/search';
import type { SearchSelection } from '../domain/search-selection';

const HITS = loadSql(__dirname, 'queries/search-hits.sql');
const BROWSE = loadSql(__dirname, 'queries/browse-documents.sql');
const BY_NAME = loadSql(__dirname, 'queries/search-by-name.sql');
const BY_UPDATE = loadSql(__dirname, 'queries/search-by-update.sql');
const COUNT = loadSql(__dirname, 'queries/count-hits.sql');
const FACETS = loadSql(__dirname, 'queries/count-facets.sql');
const FACETS_OF_KINDS = loadSql(__dirname, 'queries/count-facets-of-kinds.sql');

/** A text as the database understands it, and what else hits must fit. */
export interface DocumentSearch {
  readonly selection: SearchSelection;
  /** A tsquery; empty: no words. */
  readonly query: string;
  /** The same with the last word whole, where `query` takes it as a beginning. */
  readonly wholeQuery: string;
  /** In lower case; names that start with it are hits; empty: none are. */
  readonly text: string;
}

/** One hit and its place in the order asked for. */
export interface DocumentHit {
  readonly assetId: string;
  readonly score: number;
  /** The last hit's gives the next page: the sort key, then the asset's id. */
  readonly position: readonly [string | number, string];
}

type Position = readonly (string | number)[] | null;

/** Best hits first, after a position; everything by popularity when there is no text. */
export async function searchByRelevance(
  db: EntityManager,
  search: DocumentSearch,
  first: number,
  after: Position,
): Promise<DocumentHit[]> {
  const isBrowsing = search.query === '' && search.text === '';
  const rows = await db.query<{ asset_id: string; score: number }[]>(isBrowsing ? BROWSE : HITS, [
    ...listsOf(search.selection),
    ...(isBrowsing ? [] : [...textsOf(search), search.wholeQuery]),
    first,
    ...keysOf(after),
  ]);
  return rows.map((row) => ({ assetId: row.asset_id, score: row.score, position: [row.score, row.asset_id] }));
}

/** Hits in order of name, after a position. */
export async function searchByName(
  db: EntityManager,
  search: DocumentSearch,
  first: number,
  after: Position,
): Promise<DocumentHit[]> {
  const values = [...listsOf(search.selection), ...textsOf(search), first, ...keysOf(after)];
  const rows = await db.query<{ asset_id: string; name: string }[]>(BY_NAME, values);
  return rows.map((row) => ({ assetId: row.asset_id, score: 0, position: [row.name, row.asset_id] }));
}

/** Hits by latest change, after a position. */
export async function searchByUpdate(
  db: EntityManager,
  search: DocumentSearch,
  first: number,
  after: Position,
): Promise<DocumentHit[]> {
  const values = [...listsOf(search.selection), ...textsOf(search), first, ...keysOf(after)];
  const rows = await db.query<{ asset_id: string; updated_at: string }[]>(BY_UPDATE, values);
  return rows.map((row) => ({ assetId: row.asset_id, score: 0, position: [row.updated_at, row.asset_id] }));
}

/** All hits, counted up to `most`. */
export async function countHits(db: EntityManager, search: DocumentSearch, most: number): Promise<number> {
  const values = [...listsOf(search.selection), ...textsOf(search), most];
  const [row] = await db.query<{ count: number }[]>(COUNT, values);
  return row?.count ?? 0;
}

/** Facets with what their count tells of the hits. */
export interface CountedFacets {
  readonly facets: readonly Facet[];
  /** All hits, `most` + 1 or more when there are more than `most`; null when documents that miss a list took the room. */
  readonly hits: number | null;
}

/**
 * Facets over the hits, `most` documents at most, each without its own list; facets without values are left out.
 *
 * One document more is looked at, so that a broad search need not be counted a second time to know that it is broad.
 */
export async function countFacets(db: EntityManager, search: DocumentSearch, most: number): Promise<CountedFacets> {
  const rows = await readFacets(db, search, most + 1);
  const facets = new Map<string, { value: string; count: number }[]>();
  const [hits, all, ...counted] = rows;
  for (const { field, value, count } of counted) {
    facets.set(field, [...(facets.get(field) ?? []), { value, count: Math.min(count, most) }]);
  }
  return {
    facets: [...facets].map(([field, counts]) => ({ field, values: counts })),
    hits: hits && (all?.count === 1 || hits.count > most) ? hits.count : null,
  };
}

interface FacetRow {
  readonly field: string;
  readonly value: string;
  readonly count: number;
}

/** Kinds alone decide a search without words, unless tags or assets have a say. */
function readFacets(db: EntityManager, search: DocumentSearch, most: number): Promise<FacetRow[]> {
  const lists = listsOf(search.selection);
  if (search.query === '' && search.text === '' && isOfKinds(search.selection)) {
    const [types, platforms, namespaces, layers, owners, classifications, , sources, terms] = lists;
    const ofKinds = [types, platforms, namespaces, layers, owners, classifications, sources, terms];
    return db.query<FacetRow[]>(FACETS_OF_KINDS, [...ofKinds, most]);
  }
  return db.query<FacetRow[]>(FACETS, [...lists, ...textsOf(search), most]);
}

function isOfKinds({ tag, documentTerms, assetTerms }: SearchSelection): boolean {
  if (tag !== null || assetTerms !== null) return false;
  const { has = [], missing = [], excluded = {} } = documentTerms ?? {};
  return excluded.tag === undefined && ![...has, ...missing].includes('tag');
}

/** $1 to $10 of every search query. */
function listsOf(selection: SearchSelection): unknown[] {
  return [
    selection.type,
    selection.platform,
    selection.namespace,
    selection.layer,
    selection.owner,
    selection.classification,
    selection.tag,
    selection.source,
    selection.documentTerms && JSON.stringify(selection.documentTerms),
    selection.assetTerms && JSON.stringify(selection.assetTerms),
  ];
}

/** The tsquery, the text, and the end of the range of names that start with the text. */
export function textsOf({ query, text }: DocumentSearch): string[] {
  return [query, text, `${text}\u{10FFFF}`];
}

function keysOf(after: Position): unknown[] {
  return after === null ? [null, null] : [...after];
}
