import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../catalog';
import { notFound } from '../shared/errors';
import { checkMoment } from '../shared/moment';
import { foldEdges, type FoldedEdge } from './domain/fold-edges';
import { checkDepth, checkFanOut, checkIds, checkMaxNodes } from './domain/limits';
import { mergeWalks, type MergedWalk } from './domain/merge-walks';
import { shortestWithin } from './domain/shortest-within';
import { composeEdges, composeGraph } from './compose-graph';
import type { LineageEdge, LineageGraph, LineageQuestion } from './lineage-graph';
import { readDegreesAsOf, readEdges } from './store/read-edges';
import { walkLineage, type WalkLimits } from './store/walk-lineage';

/** The one engine behind every lineage answer of the product. */
@Injectable()
export class LineageService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
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
    const root = await this.catalog.getAsset(assetId);
    if (!root) throw notFound('asset', assetId);
    return this.compose(root, question, await this.walk(root.internalId, question));
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

  /** Jobs of edges by internal id; no query when no edge names one. */
  private async readJobs(edges: readonly FoldedEdge[]): Promise<ReadonlyMap<string, Asset>> {
    const ids = new Set(edges.flatMap((edge) => edge.jobIds));
    return ids.size === 0 ? new Map() : this.catalog.getAssetMap([...ids]);
  }

  private async walk(rootId: string, question: LineageQuestion): Promise<MergedWalk> {
    const limits: WalkLimits = { ...question, budget: question.maxNodes };
    const [upstream, downstream] = await Promise.all([
      question.direction === 'DOWNSTREAM' ? [] : walkLineage(this.db, rootId, 'UPSTREAM', limits),
      question.direction === 'UPSTREAM' ? [] : walkLineage(this.db, rootId, 'DOWNSTREAM', limits),
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
    const places = question.fanOut === null ? walk.places : shortestWithin(root.internalId, walk.places, edges);
    return composeGraph({ root, question, walk: { ...walk, places }, assets, jobs, edges, degrees: degrees ?? assets });
  }
}
