import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { AssetCards, CatalogService, type Asset } from '../catalog';
import { CONFIG, type Config } from '../config';
import { notFound } from '../shared/errors';
import { checkMoment } from '../shared/moment';
import { countReach, edgesAmong, walkGraph } from './domain/graph/walk-graph';
import { beforeHistory } from './domain/history';
import { foldEdges, type FoldedEdge } from './domain/fold-edges';
import { checkDepth, checkFanOut, checkIds, checkMaxNodes } from './domain/limits';
import { mergeWalks, type MergedWalk, type Walk } from './domain/merge-walks';
import { shortestWithin } from './domain/shortest-within';
import { composeEdges, composeGraph } from './compose-graph';
import { GraphModel, type TodaysGraph } from './graph-model.service';
import type { LineageEdge, LineageGraph, LineageQuestion } from './lineage-graph';
import { countReachStored } from './store/graph/read-changes';
import { readDegreesAsOf, readEdges } from './store/read-edges';
import { walkLineage, type WalkLimits } from './store/walk-lineage';

type Side = 'UPSTREAM' | 'DOWNSTREAM';
const SIDES: readonly Side[] = ['UPSTREAM', 'DOWNSTREAM'];

/** The one engine behind every lineage answer of the product. */
@Injectable()
export class LineageService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly cards: AssetCards,
    private readonly model: GraphModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What feeds an asset and what it feeds: each asset once, at its shortest distance, and the edges among them.
   *
   * @throws DomainError NOT_FOUND when the asset does not exist, INVALID for limits out of range.
   */
  async answer(assetId: string, question: LineageQuestion): Promise<LineageGraph> {
    checkDepth(question.depth);
    checkMaxNodes(question.maxNodes);
    checkFanOut(question.fanOut);
    checkMoment('at', question.at);
    const entered = question.at === null ? await this.model.enter(assetId) : null;
    return entered
      ? this.answerFromMemory(assetId, entered.rootId, entered.today, question)
      : this.answerFromTables(assetId, question);
  }

  /** All assets on one side of an answer's root, however far; null for a moment in the past. */
  async countReach({ root, at }: LineageGraph, side: Side): Promise<number | null> {
    if (at !== null) return null;
    const today = this.model.today();
    return today ? countReach(today.graph, root.internalId, side) : countReachStored(this.db, root.internalId, side);
  }

  /**
   * Every edge among some assets, at a moment or today (null); unknown ids are left out.
   *
   * @throws DomainError INVALID for more than 1,000 ids or a moment out of range.
   */
  async edgesAmong(assetIds: readonly string[], at: Date | null): Promise<LineageEdge[]> {
    checkIds(assetIds);
    checkMoment('at', at);
    const ids = [...new Set((await this.catalog.resolveIds(assetIds)).values())];
    const [assets, statements] = await Promise.all([this.catalog.getAssetMap(ids), readEdges(this.db, ids, at)]);
    const edges = foldEdges(statements);
    return composeEdges(edges, assets, await this.readJobs(edges));
  }

  private async answerFromMemory(
    assetId: string,
    rootId: string | null,
    today: TodaysGraph,
    question: LineageQuestion,
  ): Promise<LineageGraph> {
    if (rootId === null) throw notFound('asset', assetId);
    const limits = { ...question, budget: question.maxNodes };
    // All that needs the graph comes before the first wait: it may change afterwards.
    const [upstream = [], downstream = []] = SIDES.map((side): Walk =>
      isAsked(question, side) ? walkGraph(today.graph, rootId, side, limits) : [],
    );
    const walk = mergeWalks(rootId, upstream, downstream, question.depth, question.maxNodes);
    const ids = walk.places.map(({ id }) => id);
    const edges = edgesAmong(today.graph, ids, today.labels);
    const assets = await this.cards.get([...ids, ...edges.flatMap((edge) => edge.jobIds)]);
    const root = assets.get(rootId);
    if (!root) throw notFound('asset', assetId);
    const currentTo = String(today.seq);
    const places = placesOf(root, question, walk, edges);
    return composeGraph({
      ...{ root, question, currentTo, walk: { ...walk, places } },
      ...{ assets, jobs: assets, edges, degrees: assets },
    });
  }

  private async answerFromTables(assetId: string, question: LineageQuestion): Promise<LineageGraph> {
    const root = await this.catalog.getAsset(assetId);
    if (!root) throw notFound('asset', assetId);
    return this.compose(root, question, await this.walk(root.internalId, question));
  }

  /** Jobs of edges by internal id; no query when no edge names one. */
  private async readJobs(edges: readonly FoldedEdge[]): Promise<ReadonlyMap<string, Asset>> {
    const ids = new Set(edges.flatMap((edge) => edge.jobIds));
    return ids.size === 0 ? new Map() : this.catalog.getAssetMap([...ids]);
  }

  private async walk(rootId: string, question: LineageQuestion): Promise<MergedWalk> {
    const limits: WalkLimits = { ...question, budget: question.maxNodes };
    const [upstream, downstream] = await Promise.all([
      isAsked(question, 'UPSTREAM') ? walkLineage(this.db, rootId, 'UPSTREAM', limits) : [],
      isAsked(question, 'DOWNSTREAM') ? walkLineage(this.db, rootId, 'DOWNSTREAM', limits) : [],
    ]);
    return mergeWalks(rootId, upstream, downstream, question.depth, question.maxNodes);
  }

  private async compose(root: Asset, question: LineageQuestion, walk: MergedWalk): Promise<LineageGraph> {
    const ids = walk.places.map(({ id }) => id);
    const [assets, statements, degrees] = await Promise.all([
      this.catalog.getAssetMap(ids),
      readEdges(this.db, ids, question.at),
      question.at === null ? null : readDegreesAsOf(this.db, ids, question.at),
    ]);
    const edges = foldEdges(statements);
    const jobs = await this.readJobs(edges);
    const places = placesOf(root, question, walk, edges);
    const graph = composeGraph({
      ...{ root, question, currentTo: null, walk: { ...walk, places } },
      ...{ assets, jobs, edges, degrees: degrees ?? assets },
    });
    const unknown = beforeHistory(question.at, this.config.historyDays, new Date());
    return unknown === null ? graph : { ...graph, complete: false, omitted: [...graph.omitted, unknown] };
  }
}

const isAsked = ({ direction }: LineageQuestion, side: Side): boolean => direction === 'BOTH' || direction === side;

/** A cap on fan-out may show a longer way than there is within what is shown. */
function placesOf(
  root: Asset,
  question: LineageQuestion,
  walk: MergedWalk,
  edges: readonly FoldedEdge[],
): MergedWalk['places'] {
  return question.fanOut === null
    ? walk.places
    : shortestWithin(root.internalId, walk.places, edges, question.direction);
}
