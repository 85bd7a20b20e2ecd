import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Asset } from '../catalog';
import { invalid } from '../shared/errors';
import { checkMaxLength, checkPaths, MAX_NODES } from './domain/limits';
import { shortestPaths } from './domain/shortest-paths';
import type { LineageEdge, LineageGraph, LineageQuestion } from './lineage-graph';
import type { LineagePath, LineagePaths, PathQuestion } from './lineage-paths';
import { LineageService } from './lineage.service';
import { pairKey, readMaskedColumns, type Pair } from './store/read-masks';

/** A way by the ids that clients know; each step is an edge. */
type Way = readonly { readonly asset: Asset; readonly edge: LineageEdge | null }[];

/** Says by which ways one asset feeds another. */
@Injectable()
export class PathService {
  constructor(
    private readonly db: EntityManager,
    private readonly engine: LineageService,
  ) {}

  /**
   * The shortest ways from one asset downstream to another, with what happens on each step.
   *
   * Looks at what lies downstream of the one and upstream of the other, at most 5,000 assets each, nearest first.
   *
   * @throws DomainError NOT_FOUND for an unknown asset; INVALID for one asset twice or limits out of range.
   */
  async find({ fromId, toId, first, maxLength, at }: PathQuestion): Promise<LineagePaths> {
    checkPaths(first);
    checkMaxLength(maxLength);
    const limits = { depth: maxLength, at, maxNodes: MAX_NODES, fanOut: null };
    const ask = (id: string, direction: LineageQuestion['direction']) =>
      this.engine.answer(id, { ...limits, direction });
    const [below, above] = await Promise.all([ask(fromId, 'DOWNSTREAM'), ask(toId, 'UPSTREAM')]);
    const [from, to] = [below.root, above.root];
    if (from.id === to.id) throw invalid(`from and to are one asset, ${from.name}`, { fromId, toId });
    const ways = waysBetween(below, above, first).filter((way) => way.length <= maxLength + 1);
    const omitted = [...below.omitted, ...above.omitted].filter(({ reason }) => reason === 'BUDGET');
    return { from, to, paths: await this.describe(ways, at), complete: omitted.length === 0, omitted };
  }

  private async describe(ways: readonly Way[], at: Date | null): Promise<LineagePath[]> {
    const pairs = new Map(ways.flatMap(pairsOf).map((pair) => [pairKey(pair), pair]));
    const masked = await readMaskedColumns(this.db, [...pairs.values()], at);
    return ways.map((way) => ({
      assets: way.map(({ asset }) => asset),
      steps: way.flatMap(({ asset, edge }, place) => {
        const before = way[place - 1]?.asset;
        if (!edge || !before) return [];
        const key = pairKey({ upstreamId: before.internalId, downstreamId: asset.internalId });
        return [{ edge, maskedColumns: masked.get(key) ?? [] }];
      }),
    }));
  }
}

/** Only what is downstream of the one and upstream of the other can lie between them. */
function waysBetween(below: LineageGraph, above: LineageGraph, count: number): Way[] {
  const feeding = new Set(above.nodes.map(({ asset }) => asset.id));
  const between = new Map(below.nodes.map(({ asset }) => [asset.id, asset] as const).filter(([id]) => feeding.has(id)));
  const edges = below.edges.filter((edge) => between.has(edge.upstreamId) && between.has(edge.downstreamId));
  const byEnds = new Map(edges.map((edge) => [pairKey(edge), edge]));
  return shortestPaths(edges, below.root.id, above.root.id, count).map((ids) =>
    ids.flatMap((id, place) => {
      const asset = between.get(id);
      const edge = byEnds.get(pairKey({ upstreamId: ids[place - 1] ?? '', downstreamId: id })) ?? null;
      return asset ? [{ asset, edge }] : [];
    }),
  );
}

const pairsOf = (way: Way): Pair[] =>
  way.slice(1).map(({ asset }, place) => ({
    upstreamId: way[place]?.asset.internalId ?? '',
    downstreamId: asset.internalId,
  }));
