import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { RunDataset } from './run';
import { facetsOfAssets, facetsOfJobs, facetsOfRun, facetsOfUse, type NamedFacets } from './store/read-facets';

/** Everything that events say, as they say it: known facets and foreign ones, by name; all ids are internal. */
@Injectable()
export class FacetService {
  constructor(private readonly db: EntityManager) {}

  ofRun(id: string): Promise<NamedFacets> {
    return facetsOfRun(this.db, id);
  }

  /** By job; jobs without any are left out. */
  ofJobs(ids: readonly string[]): Promise<ReadonlyMap<string, NamedFacets>> {
    return facetsOfJobs(this.db, ids);
  }

  /** By asset; assets without any are left out. */
  ofAssets(ids: readonly string[]): Promise<ReadonlyMap<string, NamedFacets>> {
    return facetsOfAssets(this.db, ids);
  }

  ofUse(used: RunDataset): Promise<NamedFacets> {
    return facetsOfUse(this.db, used);
  }
}
