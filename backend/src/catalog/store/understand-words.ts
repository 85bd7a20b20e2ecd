import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { runPrepared } from './run-prepared';

const UNDERSTAND = { name: 'understand-words', text: loadSql(__dirname, 'queries/understand-words.sql') };
const NEAREST = loadSql(__dirname, 'queries/nearest-words.sql');
const COLUMNS = { name: 'columns-that-match', text: loadSql(__dirname, 'queries/columns-that-match.sql') };

/** Words as the full-text search understands them. */
export interface UnderstoodWords {
  /** A tsquery; empty when nothing is left to search for. */
  readonly query: string;
  /** The same with the last word whole, where `query` takes it as a beginning. */
  readonly wholeQuery: string;
  readonly words: readonly string[];
  /** One for each word; empty for a stop word. */
  readonly stems: readonly string[];
}

/** What must occur (the last word of `text` may be a beginning), and what must not. */
export async function understandWords(
  db: EntityManager,
  text: string,
  phrases: readonly string[],
  excluded: readonly string[],
): Promise<UnderstoodWords> {
  const [row] = await runPrepared<UnderstoodWords>(db, UNDERSTAND, [text, phrases, excluded]);
  return row ?? { query: '', wholeQuery: '', words: [], stems: [] };
}

/** Words of the catalog that look like those of `words` (lower case) that it does not use, most alike first. */
export async function findNearestWords(db: EntityManager, words: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db.query<{ word: string; candidate: string }[]>(NEAREST, [words]);
  const nearest = new Map<string, string[]>();
  for (const { word, candidate } of rows) nearest.set(word, [...(nearest.get(word) ?? []), candidate]);
  return nearest;
}

/** Paths of columns that contain a stem (lower case), by internal asset id. */
export async function findMatchingColumns(
  db: EntityManager,
  assetIds: readonly string[],
  stems: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await runPrepared<{ asset_id: string; path: string }>(db, COLUMNS, [assetIds, stems]);
  const columns = new Map<string, string[]>();
  for (const { asset_id, path } of rows) columns.set(asset_id, [...(columns.get(asset_id) ?? []), path]);
  return columns;
}
