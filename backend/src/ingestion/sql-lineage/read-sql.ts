import type { EntityManager } from 'typeorm';
import type { SqlAnalysis, SqlInput, SqlPool } from '../../sql';
import type { Statement } from '../metadata-patch';
import {
  findAnalyses,
  forgetAssetSql,
  keepAnalyses,
  keepAssetSql,
  queueReaders,
  readParents,
  readTexts,
  type AssetSql,
  type SqlText,
} from '../store/sql/texts';
import { applyPatch } from '../upsert';
import { hashOf, inputOf } from './sql-input';
import { sqlKey, statementOf, targetOf } from './sql-statement';
import { inOneBatch } from '../in-one-batch';

const SOURCE = { kind: 'sql', name: 'tributary', scope: '', label: 'SQL analysis' } as const;

/** In whose name it writes: what the analysis adds to the change log gives it nothing to read. */
export const SQL_ACTOR = 'system:sql';

/** An asset with what is to be read for it. */
interface Job {
  readonly asset: SqlText;
  readonly input: SqlInput;
  readonly hash: string;
}

/** Reads the SQL of some assets, as far as it or what it depends on is not what was read last, and says what it found. */
export async function readSql(tx: EntityManager, pool: SqlPool, assetIds: readonly string[]): Promise<void> {
  const texts = await readTexts(tx, assetIds);
  const parents = await readParents(tx, assetIds);
  const jobs = texts.flatMap((asset): readonly Job[] => {
    if (asset.text === null || asset.text.trim() === '') return [];
    const input = inputOf(asset, parents.get(asset.assetId) ?? []);
    const hash = hashOf(input, asset.explicit);
    return hash === asset.lastHash ? [] : [{ asset, input, hash }];
  });
  const gone = texts.filter(({ text, lastHash }) => text === null && lastHash !== null);
  if (jobs.length + gone.length === 0) return;
  const found = await analyses(tx, pool, jobs);
  await say(tx, jobs, found, gone);
  await keep(tx, jobs, found);
  await forgetAssetSql(
    tx,
    gone.map(({ assetId }) => assetId),
  );
}

/** By hash; each text is read once, whoever else has read it before. */
async function analyses(
  tx: EntityManager,
  pool: SqlPool,
  jobs: readonly Job[],
): Promise<ReadonlyMap<string, SqlAnalysis>> {
  const inputs = new Map(jobs.map(({ hash, input }) => [hash, input]));
  const known = await findAnalyses(tx, [...inputs.keys()]);
  const missing = [...inputs].filter(([hash]) => !known.has(hash));
  const fresh = await Promise.all(missing.map(async ([hash, input]) => ({ hash, result: await pool.analyze(input) })));
  await keepAnalyses(tx, fresh);
  return new Map([...known, ...fresh.map(({ hash, result }) => [hash, result] as const)]);
}

async function say(
  tx: EntityManager,
  jobs: readonly Job[],
  found: ReadonlyMap<string, SqlAnalysis>,
  gone: readonly SqlText[],
): Promise<void> {
  const statements: Statement[] = [
    ...gone.map(({ publicId }) => ({ kind: 'removal' as const, key: sqlKey(publicId), reason: 'has no SQL any more' })),
    ...jobs.flatMap(({ asset, hash }) => {
      const analysis = found.get(hash);
      return analysis === undefined ? [] : [statementOf(asset, analysis)];
    }),
  ];
  const patch = { source: SOURCE, observedAt: new Date(), isComplete: false, statements: inOneBatch(statements) };
  await applyPatch(tx, patch, { deliveryId: null, actor: SQL_ACTOR, allowLargeClose: false });
}

/** Notes what was read, and has those who read an asset look again when its columns, or whether they are all, differ now. */
async function keep(tx: EntityManager, jobs: readonly Job[], found: ReadonlyMap<string, SqlAnalysis>): Promise<void> {
  const rows = jobs.map(({ asset, hash }): AssetSql => {
    const analysis = found.get(hash);
    const target = analysis === undefined ? null : targetOf(asset, analysis);
    const columns = target === null ? asset.lastColumns : target.columns.map(({ name }) => name);
    return { asset_id: asset.assetId, hash, columns, is_complete: target?.unknownFrom.length === 0 };
  });
  await keepAssetSql(tx, rows);
  const before = new Map(jobs.map(({ asset }) => [asset.assetId, givenBy(asset.lastColumns, asset.lastIsComplete)]));
  const changed = rows.filter((row) => givenBy(row.columns, row.is_complete) !== before.get(row.asset_id));
  await queueReaders(
    tx,
    changed.map(({ asset_id: id }) => id),
  );
}

/** What an asset's SQL gives to those who read the asset, as one text. */
const givenBy = (columns: readonly string[], isComplete: boolean | null): string =>
  `${String(isComplete)}\n${columns.join('\n')}`;
