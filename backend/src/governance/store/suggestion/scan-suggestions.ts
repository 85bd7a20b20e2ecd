import type { EntityManager } from 'typeorm';
import { countWritten } from '../../../catalog';
import { loadSql } from '../../../database';
import { proposalText, type Candidate, type Recognised } from '../../domain/suggestion/suggestion';

const CANDIDATES = loadSql(__dirname, 'queries/candidates.sql');
const SYNC = loadSql(__dirname, 'queries/sync-suggestions.sql');

interface Row {
  readonly asset_id: string;
  readonly path: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  readonly meta: unknown;
  readonly classifiers: unknown;
  readonly contract_word: string | null;
  readonly known_values: unknown;
  readonly level: number | null;
  readonly categories: readonly string[] | null;
}

/** A candidate with its asset's internal id. */
export interface OwnedCandidate extends Candidate {
  readonly assetId: string;
}

/** Something recognised, by the asset's internal id. */
export interface Found extends Recognised {
  readonly assetId: string;
  readonly path: string;
}

/** What assets and their columns are known by. */
export async function readCandidates(tx: EntityManager, assetIds: readonly string[]): Promise<OwnedCandidate[]> {
  const rows = await tx.query<Row[]>(CANDIDATES, [assetIds]);
  return rows.map((row) => ({
    assetId: row.asset_id,
    path: row.path,
    type: row.type,
    tags: row.tags,
    meta: isRecord(row.meta) ? row.meta : null,
    classifiers: textsIn(row.classifiers),
    contractWord: row.contract_word,
    values: textsIn(row.known_values),
    level: row.level,
    categories: row.categories ?? [],
  }));
}

/** Makes the open suggestions of these assets what was found. @returns rows written */
export function syncSuggestions(
  tx: EntityManager,
  assetIds: readonly string[],
  found: readonly Found[],
): Promise<number> {
  const rows = found.map((one) => ({ ...one, proposal: proposalText(one) }));
  return countWritten(tx, SYNC, [assetIds, JSON.stringify(rows)]);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.slice(0, 100).flatMap((one) => (['string', 'number'].includes(typeof one) ? [String(one)] : []))
    : [];
