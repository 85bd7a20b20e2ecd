import { Injectable } from '@nestjs/common';
import { CatalogService, type Asset } from '../../catalog';
import { LineageService, type LineageEdge, type LineageGraph } from '../../lineage';
import { notFound } from '../../shared/errors';
import { PipelineService } from '../pipeline.service';
import type { Job } from '../run';
import { drawGraph, type GraphWay, type NodeContent } from './draw-graph';
import { MarquezService } from './marquez.service';
import { nodeIdOf, readingsOf } from './node-id';
import type { MarquezJob, MarquezName, MarquezNode } from './shapes';

const DEEPEST = 25;
const MOST_NODES = 1_000;
/** Datasets of a job from which its graph is walked. */
const MOST_ENDS = 20;

/** Marquez's graph of datasets and jobs in turns, out of the one lineage engine. */
@Injectable()
export class MarquezGraphService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly lineage: LineageService,
    private readonly pipelines: PipelineService,
    private readonly marquez: MarquezService,
  ) {}

  /**
   * What is around a dataset or a job. `depth` counts steps between datasets and jobs: two of them are one of ours.
   *
   * @throws DomainError NOT_FOUND when the id points at nothing known
   */
  async around(nodeId: string, depth: number): Promise<MarquezNode[]> {
    const { assets, job } = await this.find(nodeId);
    const question = {
      direction: 'BOTH',
      depth: Math.min(DEEPEST, Math.ceil(depth / 2)),
      at: null,
      maxNodes: MOST_NODES,
      fanOut: null,
    } as const;
    const graphs: LineageGraph[] = [];
    for (const asset of assets) graphs.push(await this.lineage.answer(asset.id, question));
    return this.draw(graphs, job);
  }

  /** The assets from which to walk, and the job itself if it is one. @throws DomainError NOT_FOUND */
  private async find(nodeId: string): Promise<{ readonly assets: readonly Asset[]; readonly job: Job | null }> {
    for (const { kind, namespace, name } of readingsOf(nodeId)) {
      if (kind === 'DATASET') {
        const asset = await this.catalog.findAsset(namespace, name);
        if (asset !== null) return { assets: [asset], job: null };
      } else {
        const job = await this.pipelines.jobByName(namespace, name);
        if (job !== null) return { assets: await this.endsOf(job), job };
      }
    }
    throw notFound('node', nodeId.slice(0, 200));
  }

  private async endsOf(job: Job): Promise<Asset[]> {
    const [told] = await this.marquez.tell([job]);
    const names = [...(told?.inputs ?? []), ...(told?.outputs ?? [])].slice(0, MOST_ENDS);
    const found = await Promise.all(names.map(({ namespace, name }) => this.catalog.findAsset(namespace, name)));
    return found.filter((asset) => asset !== null);
  }

  private async draw(graphs: readonly LineageGraph[], root: Job | null): Promise<MarquezNode[]> {
    const assets = new Map(graphs.flatMap(({ nodes }) => nodes.map(({ asset }) => [asset.id, asset] as const)));
    const edges = graphs.flatMap((graph) => graph.edges);
    const jobs = await this.jobsOf(edges, root);
    const datasets = await this.marquez.describe([...assets.values()].filter(({ type }) => type !== 'JOB'));
    const contents = new Map<string, NodeContent>([
      ...datasets.map((data) => [nodeIdOf({ kind: 'DATASET', ...data.id }), { type: 'DATASET', data }] as const),
      ...jobs.map((data) => [idOfJob(data.id), { type: 'JOB', data }] as const),
    ]);
    return drawGraph(contents, [...edges.flatMap((edge) => waysOf(edge, assets)), ...jobs.flatMap(ownWays)]);
  }

  private async jobsOf(edges: readonly LineageEdge[], root: Job | null): Promise<MarquezJob[]> {
    const assets = new Set(edges.flatMap(({ jobs }) => jobs.map(({ internalId }) => internalId)));
    const found = await this.pipelines.jobsOfAssets([...assets]);
    const byId = new Map([...found, root].flatMap((job) => (job === null ? [] : [[job.internalId, job] as const])));
    return this.marquez.tell([...byId.values()]);
  }
}

const idOfJob = ({ namespace, name }: MarquezName): string => nodeIdOf({ kind: 'JOB', namespace, name });

const idOf = (asset: Asset | undefined): string | null =>
  asset === undefined
    ? null
    : nodeIdOf({ kind: asset.type === 'JOB' ? 'JOB' : 'DATASET', namespace: asset.namespace, name: asset.name });

function waysOf({ upstreamId, downstreamId, jobs }: LineageEdge, assets: ReadonlyMap<string, Asset>): GraphWay[] {
  const ends = { from: idOf(assets.get(upstreamId)), to: idOf(assets.get(downstreamId)) };
  if (jobs.length === 0) return [{ ...ends, through: null }];
  return jobs.map((job) => ({ ...ends, through: idOf(job) }));
}

/** What a job reads without writing anything, and the other way round, is part of the picture too. */
function ownWays(job: MarquezJob): GraphWay[] {
  const dataset = (name: MarquezName): string => nodeIdOf({ kind: 'DATASET', ...name });
  return [
    ...job.inputs.map((name) => ({ from: dataset(name), through: idOfJob(job.id), to: null })),
    ...job.outputs.map((name) => ({ from: null, through: idOfJob(job.id), to: dataset(name) })),
  ];
}
