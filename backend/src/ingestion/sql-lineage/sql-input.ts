import { dialectOf, type KnownTable, type SqlInput } from '../../sql';
import { textHash } from '../../shared/text-digest';
import type { SqlParent, SqlPiece, SqlText } from '../store/sql/texts';

/** Raised when the same text has to be read anew by a newer resolver. */
const VERSION = 1;

/** How dbt names the CTE that it puts an ephemeral model into. */
const EPHEMERAL_CTE = '__dbt__cte__';

/**
 * What to analyse for an asset: one of its texts over the tables that feed it. The dialect is what the producer says, else
 * the engine that runs the text, else where the asset or what feeds it is.
 */
export function inputOf(asset: SqlText, piece: SqlPiece, parents: readonly SqlParent[]): SqlInput {
  const { dialect, integration } = piece;
  const names = [dialect, integration, asset.platform, ...parents.map(({ platform }) => platform)];
  const known = names.find((name) => typeof name === 'string' && dialectOf(name) !== null);
  return {
    sql: piece.text,
    dialect: known ?? asset.platform,
    tables: parents.map(tableOf),
    target: { id: asset.publicId, name: partsOf(asset.name), columns: asset.columns, isComplete: false },
  };
}

/** An ephemeral model is no table: where it is read, its CTE stands for it. */
function tableOf({ publicId, name, displayName, type, columns, isComplete }: SqlParent): KnownTable {
  const isEphemeral = type === 'EPHEMERAL';
  return {
    id: publicId,
    name: isEphemeral ? [`${EPHEMERAL_CTE}${displayName}`] : partsOf(name),
    columns,
    isComplete,
    ...(isEphemeral ? { isCte: true } : {}),
  };
}

/** The parts of a canonical name: dots between them, quotes only around those with something special in them. */
export function partsOf(name: string): readonly string[] {
  return [...name.matchAll(/"((?:[^"]|"")*)"|[^."]+/g)].map(([part, quoted]) => quoted?.replaceAll('""', '"') ?? part);
}

/** Tells texts apart whose lineage may differ: by dialect, text, the columns known and those that others explain. */
export function hashOf(input: SqlInput, explicit: readonly string[]): string {
  return textHash(JSON.stringify([VERSION, input, explicit]));
}

/** Of several texts that make one asset. */
export function hashOfAll(readings: readonly { readonly piece: SqlPiece; readonly hash: string }[]): string {
  return textHash(
    JSON.stringify(['together', ...readings.map(({ piece, hash }) => [hash, piece.isShared, piece.job])]),
  );
}
