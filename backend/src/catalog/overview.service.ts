import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from './catalog.service';
import type { Overview } from './domain/overview';
import { countCatalog, countGroups, listMostUsed, listRecentlyChanged } from './store/read-overview';

const LISTED = 10;

/** The home page's numbers and lists. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** The catalog at a glance; two scans of the asset table, whatever is asked of it. */
  async read(): Promise<Overview> {
    const [counts, groups, changed, used] = await Promise.all([
      countCatalog(this.db),
      countGroups(this.db),
      listRecentlyChanged(this.db, LISTED),
      listMostUsed(this.db, LISTED),
    ]);
    const assets = await this.catalog.getAssetMap([...changed, ...used]);
    const inOrder = (ids: readonly string[]) => ids.map((id) => assets.get(id)).filter((asset) => asset !== undefined);
    return { ...counts, ...groups, recentlyChanged: inOrder(changed), mostUsed: inOrder(used) };
  }
}
