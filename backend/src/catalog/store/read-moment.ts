import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { AssetMoment } from '../domain/asset-moment';
import { displayNameOf } from '../domain/identity';
import { projectAsset } from '../domain/projection';
import type { Assertion } from '../domain/projection-claims';

const ASSERTIONS = loadSql(__dirname, 'queries/assertions-as-of.sql');

interface MomentRow {
  readonly asset_id: string;
  readonly name: string;
  readonly platform: string;
  readonly sources: readonly string[];
  readonly assertions: readonly Assertion[];
}

/** Assets by internal id as their sources described them at a moment; those nobody spoke of then are left out. */
export async function readMoments(
  db: EntityManager,
  assetIds: readonly string[],
  at: Date,
): Promise<Map<string, AssetMoment>> {
  const rows = await db.query<MomentRow[]>(ASSERTIONS, [assetIds, at]);
  return new Map(rows.map((row) => [row.asset_id, momentOf(row, at)]));
}

function momentOf({ name, platform, sources, assertions }: MomentRow, at: Date): AssetMoment {
  const shown = projectAsset({ platform, displayName: displayNameOf(name, platform) }, assertions);
  const { displayName, type, layer, owner, description, tags } = shown;
  const columns = shown.columns
    .filter(({ isDeclared }) => isDeclared)
    .map((column) => ({
      name: column.path,
      type: column.type,
      nullable: column.nullable,
      description: column.description,
      tags: column.tags,
    }));
  return { at, displayName, type, layer, owner, description, tags, columns, sources };
}
