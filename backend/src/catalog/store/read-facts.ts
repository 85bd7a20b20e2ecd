import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import { factsOfAssertions } from '../domain/facts-of-assertions';
import type { AssertedFacts } from '../domain/projection-claims';
import type { Fact } from '../domain/provenance';
import { groupByAsset } from './group-rows';

const ASSERTIONS = loadSql(__dirname, 'queries/assertions-of-assets.sql');

interface AssertionRow {
  readonly asset_id: string;
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly key: string;
  readonly vouches: boolean;
  readonly observed_at: Date;
  readonly facts: AssertedFacts;
  readonly column_total: number | null;
}

/** Where each shown field comes from, by internal asset id; assets that nobody describes are left out. */
export async function readFacts(db: EntityManager, assetIds: readonly string[]): Promise<Map<string, Fact[]>> {
  const rows = await db.query<AssertionRow[]>(ASSERTIONS, [assetIds]);
  const assertions = groupByAsset(rows, (row) => ({
    sourceKind: row.kind,
    sourceName: row.name,
    label: row.label,
    key: row.key,
    vouches: row.vouches,
    observedAt: row.observed_at.getTime(),
    facts: row.facts,
    columnTotal: row.column_total,
  }));
  return new Map([...assertions].map(([id, ofAsset]) => [id, factsOfAssertions(ofAsset)]));
}
