import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Requires } from '../../access';
import { invalid } from '../../shared/errors';
import { MarquezGraphService } from '../marquez/marquez-graph.service';
import { MarquezService } from '../marquez/marquez.service';
import type { MarquezDataset, MarquezJob, MarquezNamespace, MarquezNode, MarquezRun } from '../marquez/shapes';
import { momentIn, numberIn, sliceIn, textIn, wordIn } from './read-query';

type Parameters = Readonly<Record<string, unknown>>;

const DEFAULT_DEPTH = 20;
const DEEPEST = 50;
const MOST_HITS = 100;
const MOST_EVENTS = 200;
const FIRST_MOMENT = new Date('1970-01-01T00:00:00Z');
const LAST_MOMENT = new Date('9999-12-31T00:00:00Z');

/** The read endpoints of Marquez, in its shapes: who moves here changes one address. Lists: `limit`, `offset`. */
@Controller('api/v1')
export class MarquezController {
  constructor(
    private readonly marquez: MarquezService,
    private readonly graph: MarquezGraphService,
  ) {}

  /** Namespaces in order of name. */
  @Get('namespaces')
  @Requires('namespace:read')
  async namespaces(@Query() query: Parameters): Promise<{ readonly namespaces: readonly MarquezNamespace[] }> {
    return { namespaces: await this.marquez.namespaces(sliceIn(query)) };
  }

  /** One namespace. */
  @Get('namespaces/:namespace')
  @Requires('namespace:read')
  namespace(@Param('namespace') namespace: string): Promise<MarquezNamespace> {
    return this.marquez.namespace(namespace);
  }

  /** Datasets of a namespace in order of name. */
  @Get('namespaces/:namespace/datasets')
  @Requires('catalog:read')
  datasets(@Param('namespace') namespace: string, @Query() query: Parameters): Promise<object> {
    return this.marquez.datasets(namespace, sliceIn(query));
  }

  /** One dataset, by any of its spellings. */
  @Get('namespaces/:namespace/datasets/:name')
  @Requires('catalog:read')
  dataset(@Param('namespace') namespace: string, @Param('name') name: string): Promise<MarquezDataset> {
    return this.marquez.dataset({ namespace, name });
  }

  /** Jobs of a namespace in order of name. */
  @Get('namespaces/:namespace/jobs')
  @Requires('lineage:read')
  jobs(@Param('namespace') namespace: string, @Query() query: Parameters): Promise<object> {
    return this.marquez.jobs(namespace, sliceIn(query));
  }

  /** All jobs in order of namespace and name. */
  @Get('jobs')
  @Requires('lineage:read')
  allJobs(@Query() query: Parameters): Promise<object> {
    return this.marquez.jobs(null, sliceIn(query));
  }

  /** One job. */
  @Get('namespaces/:namespace/jobs/:name')
  @Requires('lineage:read')
  job(@Param('namespace') namespace: string, @Param('name') name: string): Promise<MarquezJob> {
    return this.marquez.job({ namespace, name });
  }

  /** Runs of a job, latest start first. */
  @Get('namespaces/:namespace/jobs/:name/runs')
  @Requires('lineage:read')
  runs(
    @Param('namespace') namespace: string,
    @Param('name') name: string,
    @Query() query: Parameters,
  ): Promise<object> {
    return this.marquez.runs({ namespace, name }, sliceIn(query));
  }

  /** One run. */
  @Get('jobs/runs/:id')
  @Requires('lineage:read')
  run(@Param('id') id: string): Promise<MarquezRun> {
    return this.marquez.run(id);
  }

  /** Datasets and jobs in turns around `nodeId`: `dataset:<namespace>:<name>` or `job:<namespace>:<name>`. */
  @Get('lineage')
  @Header('allow', 'GET, POST')
  @Requires('lineage:read')
  async lineage(@Query() query: Parameters): Promise<{ readonly graph: readonly MarquezNode[] }> {
    const nodeId = textIn(query, 'nodeId');
    if (nodeId === null) throw invalid('nodeId: is missing; dataset:<namespace>:<name> or job:<namespace>:<name>');
    return { graph: await this.graph.around(nodeId, numberIn(query, 'depth', DEFAULT_DEPTH, 0, DEEPEST)) };
  }

  /** Events as they came in, less their secrets, by time of arrival: `before`, `after`, `sortDirection`. */
  @Get('events/lineage')
  @Requires('ingest:read')
  events(@Query() query: Parameters): Promise<object> {
    const { offset } = sliceIn(query);
    return this.marquez.events({
      before: momentIn(query, 'before', LAST_MOMENT),
      after: momentIn(query, 'after', FIRST_MOMENT),
      isAscending: wordIn(query, 'sortDirection', ['ASC', 'DESC']) === 'ASC',
      limit: numberIn(query, 'limit', 100, 1, MOST_EVENTS),
      offset,
    });
  }

  /** Datasets and jobs by words: `q`, `filter` (dataset, job), `sort` (name, updated_at), `limit`. */
  @Get('search')
  @Requires('catalog:read')
  search(@Query() query: Parameters): Promise<object> {
    const text = textIn(query, 'q');
    if (text === null) throw invalid('q: is missing');
    const sort = wordIn(query, 'sort', ['NAME', 'UPDATE_AT', 'UPDATED_AT']) ?? 'NAME';
    return this.marquez.search(
      text.replaceAll('%', ' '),
      wordIn(query, 'filter', ['DATASET', 'JOB']),
      sort === 'NAME' ? 'NAME' : 'UPDATED',
      numberIn(query, 'limit', 10, 1, MOST_HITS),
    );
  }
}
