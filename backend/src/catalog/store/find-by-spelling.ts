import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { CanonicalName } from '../domain/identity';

const BY_SPELLING = loadSql(__dirname, 'queries/asset-by-spelling.sql');
const BY_SUFFIX = loadSql(__dirname, 'queries/asset-by-suffix.sql');

/** Internal id of the asset that a spelling stands for; null when nothing, or more than one asset, fits it. */
export async function findBySpelling(db: EntityManager, canonical: CanonicalName): Promise<string | null> {
  const names = [canonical.name, canonical.verbatimName].filter((name) => name !== null);
  const [known] = await db.query<{ asset_id: string }[]>(BY_SPELLING, [canonical.namespace, names]);
  if (known) return known.asset_id;
  if (!canonical.isPartial) return null;
  const [partial] = await db.query<{ asset_id: string }[]>(BY_SUFFIX, [canonical.namespace, canonical.name]);
  return partial?.asset_id ?? null;
}
