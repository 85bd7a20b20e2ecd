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
  type SqlParent,
  type SqlPiece,
  type SqlText,
} from '../store/sql/texts';
import { applyPatch } from '../upsert';
import { isPlain, joinAnalyses } from './join-analyses';
import { hashOf, hashOfAll, inputOf } from './sql-input';
import { sqlKey, statementOf, targetOf } from './sql-statement';
import { inOneBatch } from '../in-one-batch';

const SOURCE = { kind: 'sql', name: 'tributary', scope: '', label: 'SQL analysis' } as const;

/** In whose name it writes: what the analysis adds to the change log gives it nothing to read. */
export const SQL_ACTOR = 'system:sql';

/** Who reads texts: threads with limits, as a rule. */
export type Analyst = Pick<SqlPool, 'analyze'>;

/** A text to be read. */
interface Reading {
  readonly piece: SqlPiece;
  readonly input: SqlInput;
  readonly hash: string;
}

/** An asset with what is to be read for it; `hash`: of all its texts together. */
interface Job {
  readonly asset: SqlText;
  readonly readings: readonly Reading[];
  readonly hash: string;
}

/** Reads the SQL of some assets, as far as it or what it depends on is not what was read last, and says what it found. */
export async function readSql(tx: EntityManager, pool: Analyst, assetIds: readonly string[]): Promise<void> {
  const texts = await readTexts(tx, assetIds);
  const parents = await readParents(tx, assetIds);
  const jobs = texts.flatMap((asset): readonly Job[] => {
    if (asset.pieces.length === 0) return [];
    const job = jobOf(asset, parents.get(asset.assetId) ?? []);
    return job.hash === asset.lastHash ? [] : [job];
  });
  const gone = texts.filter(({ pieces, lastHash }) => pieces.length === 0 && lastHash !== null);
  if (jobs.length + gone.length === 0) return;
  const found = await analyses(tx, pool, jobs);
  await say(tx, jobs, found, gone);
  await keep(tx, jobs, found);
  await forgetAssetSql(
    tx,
    gone.map(({ assetId }) => assetId),
  );
}

function jobOf(asset: SqlText, parents: readonly SqlParent[]): Job {
  const readings = asset.pieces.map((piece): Reading => {
    const input = inputOf(asset, piece, parents);
    return { piece, input, hash: hashOf(input, asset.explicit) };
  });
  const [first] = readings;
  const hash = first !== undefined && isPlain(asset.pieces) ? first.hash : hashOfAll(readings);
  return { asset, readings, hash };
}

/** By hash, of single texts and of all texts of an asset; each text is read once, whoever else has read it before. */
async function analyses(
  tx: EntityManager,
  pool: Analyst,
  jobs: readonly Job[],
): Promise<ReadonlyMap<string, SqlAnalysis>> {
  const inputs = new Map(jobs.flatMap(({ readings }) => readings.map(({ hash, input }) => [hash, input] as const)));
  const known = await findAnalyses(tx, [...inputs.keys()]);
  const missing = [...inputs].filter(([hash]) => !known.has(hash));
  const fresh = await Promise.all(missing.map(async ([hash, input]) => ({ hash, result: await pool.analyze(input) })));
  const found = new Map([...known, ...fresh.map(({ hash, result }) => [hash, result] as const)]);
  const several = await joinedOnes(
    tx,
    jobs.filter(({ hash }) => !found.has(hash)),
    found,
  );
  await keepAnalyses(tx, [...fresh, ...several]);
  return new Map([...found, ...several.map(({ hash, result }) => [hash, result] as const)]);
}

/** What several texts of each asset come to together. */
async function joinedOnes(
  tx: EntityManager,
  jobs: readonly Job[],
  found: ReadonlyMap<string, SqlAnalysis>,
): Promise<{ readonly hash: string; readonly result: SqlAnalysis }[]> {
  if (jobs.length === 0) return [];
  const known = jobs.flatMap(({ asset }) => asset.lastHash ?? []);
  const before = await findAnalyses(tx, known);
  return jobs.map(({ asset, readings, hash: joint }) => {
    const pieces = readings.flatMap(({ piece, hash }) => {
      const analysis = found.get(hash);
      return analysis === undefined ? [] : [{ piece, analysis }];
    });
    return { hash: joint, result: joinAnalyses(asset.publicId, pieces, before.get(asset.lastHash ?? '') ?? null) };
  });
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
