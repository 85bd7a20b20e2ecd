import type { EntityManager } from 'typeorm';
import { runPrepared, type PreparedQuery } from '../../../catalog';
import { loadSql } from '../../../database';
import type { SourceEdge, SqlAnalysis } from '../../../sql';
import type { AskedEdge } from '../../domain/asked-edge';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const EVIDENCE = query('sql-evidence');
const ANALYSES = query('asset-sql-analysis');

/** How the SQL of the downstream asset reads each edge, in the order asked; empty where it does not. One query. */
export async function readEvidence(
  db: EntityManager,
  asked: readonly AskedEdge[],
): Promise<readonly (readonly SourceEdge[])[]> {
  const rows = await runPrepared<{ place: number; source: SourceEdge }>(db, EVIDENCE, [
    asked.map((edge) => edge.downstreamAsset),
    asked.map((edge) => edge.downstreamColumn),
    asked.map((edge) => edge.upstreamAsset),
    asked.map((edge) => edge.upstreamColumn),
  ]);
  const found = asked.map((): SourceEdge[] => []);
  for (const { place, source } of rows) found[place - 1]?.push(source);
  return found;
}

export interface FoundAnalysis {
  readonly analysis: SqlAnalysis;
  readonly analyzedAt: Date;
}

/** What was found in the SQL of assets, by internal id; one query. */
export async function readAnalyses(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<ReadonlyMap<string, FoundAnalysis>> {
  const rows = await runPrepared<{ asset_id: string; result: SqlAnalysis; analyzed_at: Date }>(db, ANALYSES, [
    assetIds,
  ]);
  return new Map(rows.map((row) => [row.asset_id, { analysis: row.result, analyzedAt: row.analyzed_at }]));
}
