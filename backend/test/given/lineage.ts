import type { DataSource } from 'typeorm';
import { AssetCards, CatalogService, FacetCounter } from '../../src/catalog';
import type { Config } from '../../src/config';
import { GraphModel, LineageService } from '../../src/lineage';

/** A lineage engine without an application around it, and its graph in memory. */
export interface GivenLineage {
  readonly lineage: LineageService;
  /** Empty until `catchUp` is called; then it follows every change before it answers. */
  readonly model: GraphModel;
  /** What the model keeps current beside the graph. */
  readonly facets: FacetCounter;
}

export function givenLineage(db: DataSource): GivenLineage {
  const cards = new AssetCards(db.manager);
  const facets = new FacetCounter(db.manager);
  const model = new GraphModel(db, cards, facets, { graphMemoryMb: 64 } as Config);
  return { lineage: new LineageService(db.manager, new CatalogService(db.manager), cards, model), model, facets };
}
