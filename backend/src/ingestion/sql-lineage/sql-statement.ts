import type { SourceEdge, SqlAnalysis, SqlProblem, SqlTarget, TargetColumn } from '../../sql';
import type { AssetStatement, ColumnEdgeClaim } from '../metadata-patch';
import { canonicalFieldPath } from '../../catalog';
import type { SqlText } from '../store/sql/texts';

/** Problems named on the asset; the rest is counted. */
const MAX_PROBLEMS = 20;

/** The key under which the analysis speaks of an asset. */
export const sqlKey = (publicId: string): string => `sql:${publicId}`;

/**
 * What an analysis says of its asset: the column edges, and what could not be followed and why.
 *
 * An analysis that found nothing says nothing of edges: those known before stay. Columns that another source explains
 * are left to it.
 */
export function statementOf(asset: SqlText, analysis: SqlAnalysis): AssetStatement {
  const target = targetOf(asset, analysis);
  const facts = { properties: { sqlLineage: summaryOf(analysis, target) } };
  const statement = {
    kind: 'asset' as const,
    key: sqlKey(asset.publicId),
    subject: { assetId: asset.publicId },
    facts,
  };
  if (target === null) return statement;
  const explicit = new Set(asset.explicit);
  const told = target.columns.filter(({ name }) => !explicit.has(name.toLowerCase()));
  return { ...statement, columnEdges: told.flatMap(edgesOf) };
}

/** What the text makes of this asset: its only target, or the one that is this asset. */
export function targetOf({ publicId }: Pick<SqlText, 'publicId'>, { targets }: SqlAnalysis): SqlTarget | null {
  const own = targets.find(({ table }) => table?.id === publicId);
  if (own !== undefined) return own;
  const queries = targets.filter(({ table }) => table === null);
  return queries.at(-1) ?? (targets.length === 1 ? (targets[0] ?? null) : null);
}

const MAKES_NOTHING: SqlProblem = {
  code: 'NO_LINEAGE',
  message: 'No statement of it makes this asset',
  line: 0,
  isGap: true,
};

/** What could not be followed, why nothing could included. */
export function problemsOf({ problems }: SqlAnalysis, target: SqlTarget | null): readonly SqlProblem[] {
  return target === null && !problems.some(({ isGap }) => isGap) ? [...problems, MAKES_NOTHING] : problems;
}

function summaryOf(analysis: SqlAnalysis, target: SqlTarget | null): Readonly<Record<string, unknown>> {
  const gaps = problemsOf(analysis, target).filter(({ isGap }) => isGap);
  const named = gaps.slice(0, MAX_PROBLEMS).map(lineOf);
  const more = gaps.length - named.length;
  const status = target === null ? 'FAILED' : gaps.length > 0 ? 'PARTIAL' : 'COMPLETE';
  return {
    status,
    ...(named.length > 0 ? { problems: more > 0 ? [...named, `and ${String(more)} more`] : named } : {}),
  };
}

const lineOf = ({ message, line }: SqlProblem): string => (line > 0 ? `line ${String(line)}: ${message}` : message);

function edgesOf({ name, sources }: TargetColumn): readonly ColumnEdgeClaim[] {
  const column = pathOf(name);
  if (column === null) return [];
  return sources.flatMap((source) => edgeOf(column, source) ?? []);
}

function edgeOf(column: string, source: SourceEdge): ColumnEdgeClaim | null {
  const upstreamColumn = pathOf(source.column);
  if (source.table.id === null || upstreamColumn === null) return null;
  return {
    upstream: { assetId: source.table.id },
    upstreamColumn,
    downstreamColumn: column,
    kind: source.kind,
    subtype: source.subtype,
    masking: source.masking !== null,
    ...(source.masking === null ? {} : { maskingKind: source.masking }),
    ...(source.aggregate === null ? {} : { function: source.aggregate }),
  };
}

/** Null for a name that no column can have. */
function pathOf(name: string): string | null {
  try {
    return canonicalFieldPath(name);
  } catch {
    return null;
  }
}
