import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { isUuid } from '../shared/uuid';
import type { Asset } from './domain/asset';
import { canonicalize } from './domain/identity';
import { findBySpelling } from './store/find-by-spelling';
import { loadNamespaceRegistry } from './store/load-namespace-registry';
import { readAsset, readAssetMap, resolvePublicIds } from './store/read-assets';

/** Finds assets: by id, by any spelling, and in sets for other domains. */
@Injectable()
export class CatalogService {
  constructor(private readonly db: EntityManager) {}

  /** The asset with this id, or the one it was merged into; null when there is none. */
  async getAsset(publicId: string): Promise<Asset | null> {
    return isUuid(publicId) ? readAsset(this.db, publicId) : null;
  }

  /** Assets by internal id, in the order asked for; ids that are not there are left out. One query. */
  async getAssets(internalIds: readonly string[]): Promise<Asset[]> {
    const found = await readAssetMap(this.db, internalIds);
    return internalIds.map((id) => found.get(id)).filter((asset) => asset !== undefined);
  }

  /** Assets by internal id; ids that are not there are left out. One query. */
  getAssetMap(internalIds: readonly string[]): Promise<Map<string, Asset>> {
    return readAssetMap(this.db, internalIds);
  }

  /** Internal ids by the ids that clients know; unknown and malformed ones are left out. One query. */
  resolveIds(publicIds: readonly string[]): Promise<Map<string, string>> {
    return resolvePublicIds(this.db, publicIds.filter(isUuid));
  }

  /** The asset that any known spelling stands for; null when nothing, or more than one asset, fits. */
  async findAsset(namespace: string, name: string): Promise<Asset | null> {
    const registry = await loadNamespaceRegistry(this.db);
    const canonical = canonicalize({ namespace, name, quoting: 'UNKNOWN' }, registry);
    const id = await findBySpelling(this.db, canonical);
    const [asset] = id === null ? [] : await this.getAssets([id]);
    return asset ?? null;
  }
}
