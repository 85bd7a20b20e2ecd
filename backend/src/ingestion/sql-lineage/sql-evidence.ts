import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { SourceEdge, SqlAnalysis, SqlProblem, SqlTarget, TextPlace } from '../../sql';
import { problemsOf } from './sql-statement';

/** How the SQL of an asset makes one of its columns out of another one. */
export interface SqlEvidence {
  /** The expression that says most of what happens on the way; null when its text cannot be told. */
  readonly expression: string | null;
  /** Of the expression, or else of where the column is read; counted from 1; null when neither can be told. */
  readonly line: number | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A column that decides which rows an asset has. */
export interface RowSource extends SqlEvidence {
  /** Public id; null for a table that is only named in the text. */
  readonly assetId: string | null;
  /** As the text calls the table. */
  readonly table: string;
  readonly column: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
}

/** What the analysis of an asset's SQL came to. */
export interface SqlReading {
  /** FAILED: nothing could be followed, and what was known before was kept. */
  readonly status: 'COMPLETE' | 'PARTIAL' | 'FAILED';
  readonly problems: readonly SqlProblem[];
  readonly rowSources: readonly RowSource[];
  readonly analyzedAt: Date;
}

/** The evidence in a source of a column. */
export function evidenceOf({ expression, readAt, confidence }: SourceEdge): SqlEvidence {
  const place: TextPlace | null = expression ?? readAt;
  return { expression: expression?.text ?? null, line: place?.line ?? null, confidence };
}

/** The analysis of an asset's SQL in the words of the catalog; `target` is what it makes of the asset, null for nothing. */
export function readingOf(analysis: SqlAnalysis, target: SqlTarget | null, analyzedAt: Date): SqlReading {
  const problems = problemsOf(analysis, target);
  const hasGap = problems.some(({ isGap }) => isGap);
  return {
    status: target === null ? 'FAILED' : hasGap ? 'PARTIAL' : 'COMPLETE',
    problems,
    rowSources: (target?.rowSources ?? []).map(rowSourceOf),
    analyzedAt,
  };
}

function rowSourceOf(source: SourceEdge): RowSource {
  const { table, column, kind, subtype } = source;
  return { assetId: table.id, table: table.name.join('.'), column, kind, subtype, ...evidenceOf(source) };
}
