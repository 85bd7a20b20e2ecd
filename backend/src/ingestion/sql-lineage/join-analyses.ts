import type { SqlAnalysis, SqlProblem, SqlTarget, TargetColumn } from '../../sql';
import type { SqlPiece } from '../store/sql/texts';
import { targetOf } from './sql-statement';

/** A text of an asset, and what was found in it. */
export interface ReadPiece {
  readonly piece: SqlPiece;
  readonly analysis: SqlAnalysis;
}

/** Whether what was found in a text counts as it is: it is the only one, and makes nothing but its asset. */
export const isPlain = (pieces: readonly SqlPiece[]): boolean => pieces.length === 1 && pieces[0]?.isShared === false;

/**
 * What the texts of an asset come to together: one target with the columns of all, each column's sources in order of text.
 *
 * Of a text whose jobs make several assets only what it says by the asset's name counts. While a text cannot be read,
 * columns that only `before`, what was found last, knows stay.
 */
export function joinAnalyses(publicId: string, pieces: readonly ReadPiece[], before: SqlAnalysis | null): SqlAnalysis {
  const found = pieces.map((one) => ({ ...one, target: ownTarget(publicId, one) }));
  const now = found.flatMap(({ target }) => target ?? []);
  const targets = before !== null && found.some(isUnread) ? [...now, ...keptOf(publicId, before, now)] : now;
  return {
    targets: targets.length === 0 ? [] : [joined(publicId, targets)],
    reads: [
      ...new Map(
        pieces.flatMap(({ analysis }) => analysis.reads).map((table) => [JSON.stringify(table), table]),
      ).values(),
    ],
    problems: found.flatMap(({ piece, analysis, target }) => [
      ...analysis.problems,
      ...(target === null && piece.isShared && analysis.targets.length > 0 ? [doesNotName(piece)] : []),
    ]),
  };
}

const isUnread = ({ analysis, target }: { analysis: SqlAnalysis; target: SqlTarget | null }): boolean =>
  target === null && analysis.problems.some(({ isGap }) => isGap);

/** What was known of columns that nothing tells of now. */
function keptOf(publicId: string, before: SqlAnalysis, now: readonly SqlTarget[]): readonly SqlTarget[] {
  const target = targetOf({ publicId }, before);
  const told = new Set(now.flatMap(({ columns }) => columns.map(({ name }) => name.toLowerCase())));
  const columns = target?.columns.filter(({ name }) => !told.has(name.toLowerCase())) ?? [];
  return target === null || columns.length === 0 ? [] : [{ ...target, columns, rowSources: [] }];
}

function ownTarget(publicId: string, { piece, analysis }: ReadPiece): SqlTarget | null {
  const target = targetOf({ publicId }, analysis);
  return piece.isShared && target?.table?.id !== publicId ? null : target;
}

function joined(publicId: string, targets: readonly SqlTarget[]): SqlTarget {
  const [first] = targets;
  const columns = new Map<string, TargetColumn>();
  for (const column of targets.flatMap((target) => target.columns)) {
    const key = column.name.toLowerCase();
    const known = columns.get(key);
    columns.set(key, known === undefined ? column : { ...known, sources: [...known.sources, ...column.sources] });
  }
  return {
    table: { id: publicId, name: first?.table?.name ?? [] },
    operation: first?.operation ?? 'query',
    columns: [...columns.values()],
    rowSources: targets.flatMap(({ rowSources }) => rowSources),
    unknownFrom: targets.flatMap(({ unknownFrom }) => unknownFrom),
  };
}

function doesNotName({ job }: SqlPiece): SqlProblem {
  const who = job === null || job === undefined ? 'The job' : `Job ${job}`;
  const message = `${who} makes several assets, and its SQL does not say what of it makes this one`;
  return { code: 'NO_LINEAGE', message, line: 0, isGap: true };
}
