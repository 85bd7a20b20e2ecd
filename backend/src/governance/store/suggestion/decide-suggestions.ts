import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { SuggestionStatus } from '../../domain/suggestion/suggestion';
import type { ConfirmedClassification, DecidedAsset } from '../../domain/suggestion/suggestion-record';
import type { SuggestionSelection } from './suggestions';

const DECIDE = loadSql(__dirname, 'queries/decide-suggestions.sql');
const CONFIRMED = loadSql(__dirname, 'queries/confirmed-suggestions.sql');

interface DecidedRow {
  readonly asset_id: string;
  readonly public_id: string;
  readonly namespace: string;
  readonly changed: number;
  readonly is_restated: boolean;
}

interface ConfirmedRow {
  readonly public_id: string;
  readonly column_path: string;
  readonly level: number | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
}

/** Decides on at most `most` of the selected ones; gives the assets that they are about. One statement. */
export async function decideSuggestions(
  tx: EntityManager,
  selection: SuggestionSelection,
  decision: {
    readonly status: SuggestionStatus;
    readonly actor: string;
    readonly reason: string | null;
    readonly most: number;
  },
): Promise<DecidedAsset[]> {
  const { status, actor, reason, most } = decision;
  const rows = await tx.query<DecidedRow[]>(DECIDE, [JSON.stringify(selection), status, actor, reason, most]);
  return rows.map((row) => ({
    assetId: row.asset_id,
    publicId: row.public_id,
    namespace: row.namespace,
    changed: row.changed,
    isRestated: row.is_restated,
  }));
}

/** All that is confirmed of assets (internal ids), in order of asset and column. */
export async function readConfirmed(
  tx: EntityManager,
  assetIds: readonly string[],
): Promise<ConfirmedClassification[]> {
  const rows = await tx.query<ConfirmedRow[]>(CONFIRMED, [assetIds]);
  return rows.map(({ public_id: publicId, column_path: column, ...rest }) => ({
    publicId,
    column: column === '' ? null : column,
    ...rest,
  }));
}
