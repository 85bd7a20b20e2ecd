import { Inject, Injectable } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { GraphModel, type GraphModelStatus } from '../lineage';
import { METRICS } from './metrics';

const GAUGES: readonly (readonly [name: string, help: string, read: (status: GraphModelStatus) => number])[] = [
  ['ready', '1 when lineage is answered from memory, 0 when from the tables', ({ isReady }) => Number(isReady)],
  ['change', 'Number of the last change of the graph that is in memory', ({ seq }) => seq],
  ['edges', 'Edges in memory, one per statement of a source, when it was last built', ({ edges }) => edges],
  ['bytes', 'Memory of the graph and of the assets shown with it, roughly', ({ bytes }) => bytes],
  ['loads_total', 'How often all edges were read', ({ loads }) => loads],
];

/** Prints how the lineage graph in memory is, whenever metrics are asked for. */
@Injectable()
export class GraphMetrics {
  constructor(model: GraphModel, @Inject(METRICS) registry: Registry) {
    for (const [name, help, read] of GAUGES) {
      new Gauge({
        name: `tributary_lineage_graph_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(read(model.status()));
        },
      });
    }
  }
}
