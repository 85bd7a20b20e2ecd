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
  const config = { graphMemoryMb: 64, historyDays: 730 } as Config;
  const model = new GraphModel(db, cards, facets, config);
  const lineage = new LineageService(db.manager, new CatalogService(db.manager), cards, model, config);
  return { lineage, model, facets };
}
