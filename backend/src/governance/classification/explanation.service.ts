import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../../catalog';
import { readPaths, readProvingColumns } from '../store/classification/read-paths';
import type { PathStep } from '../violation/violation';

/** Why something is classified as it is. */
@Injectable()
export class ExplanationService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** By internal column id: the way that proves what follows for it, source first; without what nothing follows for. */
  async pathsOfColumns(columnIds: readonly string[]): Promise<ReadonlyMap<string, readonly PathStep[]>> {
    const paths = await readPaths(this.db, columnIds);
    const assets = await this.catalog.getAssetMap([
      ...new Set([...paths.values()].flatMap((path) => path.map(({ assetId }) => assetId))),
    ]);
    const shown = [...paths].map(([target, path]): [string, PathStep[]] => [
      target,
      path.flatMap(({ assetId, column }) => {
        const asset = assets.get(assetId);
        return asset ? [{ asset, column }] : [];
      }),
    ]);
    return new Map(shown);
  }

  /** By internal asset id: the same for the column from which the asset has it. */
  async pathsOfAssets(assetIds: readonly string[]): Promise<ReadonlyMap<string, readonly PathStep[]>> {
    const columns = await readProvingColumns(this.db, assetIds);
    const paths = await this.pathsOfColumns([...columns.values()]);
    return new Map([...columns].map(([assetId, columnId]) => [assetId, paths.get(columnId) ?? []]));
  }
}
