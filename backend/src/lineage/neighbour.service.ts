import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../catalog';
import { notFound } from '../shared/errors';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import type { NeighbourPage, NeighbourQuestion } from './lineage-graph';
import { countNeighbourTypes, readNeighbours, type NeighbourPosition } from './store/read-neighbours';

/** Lists the direct neighbours of an asset: what a lineage answer folds into "and 1,200 more". */
@Injectable()
export class NeighbourService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** @throws DomainError NOT_FOUND when the asset does not exist, INVALID for a bad page. */
  async list(assetId: string, { direction, text, first, after }: NeighbourQuestion): Promise<NeighbourPage> {
    const limit = checkFirst(first);
    const position = positionOf(after);
    const root = await this.catalog.getAsset(assetId);
    if (!root) throw notFound('asset', assetId);
    const [found, types] = await Promise.all([
      readNeighbours(this.db, root.internalId, direction, text, limit + 1, position),
      countNeighbourTypes(this.db, root.internalId, direction, text),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      total: types.reduce((sum, { count }) => sum + count, 0),
      nodes: await this.catalog.getAssets(page.map(({ id }) => id)),
      types,
      endCursor: found.length > limit && last ? encodeKeyset([last.displayName, last.id]) : null,
    };
  }
}

function positionOf(cursor: string | null): NeighbourPosition | null {
  const position = decodeKeyset(cursor, ['string', 'id']);
  return position && { displayName: String(position[0]), id: String(position[1]) };
}
