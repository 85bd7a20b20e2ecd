import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { invalid } from '../shared/errors';
import { checkMoment } from '../shared/moment';
import { compareLists, type Cause, type Difference } from './domain/compare-graphs';
import type { DiffEdge, DiffNode, DiffQuestion, LineageDiff } from './lineage-diff';
import type { LineageEdge, LineageGraph, LineageNode } from './lineage-graph';
import { LineageService } from './lineage.service';
import { causeKey, readEdgeCauses, readSchemaDifferences, type SchemaDifference } from './store/read-differences';

/** Compares the lineage of an asset at two moments. */
@Injectable()
export class LineageDiffService {
  constructor(
    private readonly db: EntityManager,
    private readonly lineage: LineageService,
  ) {}

  /**
   * What came, went and changed between two moments: assets, edges, columns, each with what caused it.
   *
   * Each moment is answered by the engine behind `lineage`, with the same limits; what either answer leaves out is told.
   *
   * @throws DomainError NOT_FOUND for an unknown asset; INVALID for moments in the wrong order and limits out of range
   */
  async answer(assetId: string, question: DiffQuestion): Promise<LineageDiff> {
    const { direction, depth, maxNodes, from } = question;
    checkMoment('from', from);
    checkMoment('to', question.to);
    const to = question.to ?? new Date();
    if (from >= to) throw invalid(`from: ${from.toISOString()} is not before ${to.toISOString()}`);
    const shared = { direction, depth, maxNodes, fanOut: null };
    const [before, after] = await Promise.all([
      this.lineage.answer(assetId, { ...shared, at: from }),
      this.lineage.answer(assetId, { ...shared, at: question.to }),
    ]);
    const ids = [...new Set([...before.nodes, ...after.nodes].map(({ asset }) => asset.internalId))];
    const [causes, schemas] = await Promise.all([
      readEdgeCauses(this.db, ids, from, to),
      readSchemaDifferences(this.db, ids, from, to),
    ]);
    return compose({ before, after, causes, schemas, from, to });
  }
}

interface Parts {
  readonly before: LineageGraph;
  readonly after: LineageGraph;
  readonly causes: ReadonlyMap<string, Cause>;
  readonly schemas: ReadonlyMap<string, SchemaDifference>;
  readonly from: Date;
  readonly to: Date;
}

function compose(parts: Parts): LineageDiff {
  const { before, after, from, to } = parts;
  const bare = compareLists(
    before.nodes,
    after.nodes,
    ({ asset }) => asset.id,
    () => true,
  ).map(({ item, difference }) => nodeOf(item, difference, parts.schemas));
  const internalIds = new Map(bare.map(({ asset }) => [asset.id, asset.internalId]));
  const edges = compareLists(before.edges, after.edges, keyOfEdge, isSameEdge).map(({ item, difference }) =>
    edgeOf(item, difference, internalIds, parts.causes),
  );
  const nodes = bare.map((node) => (node.cause === null ? { ...node, cause: causeOf(node, edges) } : node));
  const count = (wanted: Difference): number =>
    [...nodes, ...edges].filter(({ difference }) => difference === wanted).length;
  const omitted = omittedOf(before, after);
  return {
    root: after.root,
    from,
    to,
    nodes,
    edges,
    added: count('ADDED'),
    removed: count('REMOVED'),
    changed: count('CHANGED'),
    complete: omitted.length === 0,
    omitted,
  };
}

/** An asset came or went with an edge: the latest of those that did the same. */
function causeOf({ asset, difference }: DiffNode, edges: readonly DiffEdge[]): Cause | null {
  if (difference !== 'ADDED' && difference !== 'REMOVED') return null;
  const own = edges.filter(
    (edge) => edge.difference === difference && (edge.upstreamId === asset.id || edge.downstreamId === asset.id),
  );
  const causes = own.flatMap(({ cause }) => cause ?? []);
  return causes.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

function nodeOf(
  { asset, distance, hiddenUpstream, hiddenDownstream }: LineageNode,
  difference: Difference,
  schemas: ReadonlyMap<string, SchemaDifference>,
): DiffNode {
  const schema = schemas.get(asset.internalId);
  const isChanged = difference === 'UNCHANGED' && schema !== undefined;
  return {
    asset,
    distance,
    hiddenUpstream,
    hiddenDownstream,
    difference: isChanged ? 'CHANGED' : difference,
    columns: schema?.columns ?? [],
    cause: schema?.cause ?? null,
  };
}

function edgeOf(
  edge: LineageEdge,
  difference: Difference,
  internalIds: ReadonlyMap<string, string>,
  causes: ReadonlyMap<string, Cause>,
): DiffEdge {
  const operation = difference === 'REMOVED' ? 'ENDED' : 'BEGAN';
  const [upstreamId = '', downstreamId = ''] = [internalIds.get(edge.upstreamId), internalIds.get(edge.downstreamId)];
  const cause = difference === 'UNCHANGED' ? undefined : causes.get(causeKey(upstreamId, downstreamId, operation));
  return { ...edge, difference, cause: cause ?? null };
}

const keyOfEdge = ({ upstreamId, downstreamId }: LineageEdge): string => `${upstreamId} ${downstreamId}`;

/** Another kind or another set of sources is a change of the edge; history does not keep the transformation. */
function isSameEdge(before: LineageEdge, after: LineageEdge): boolean {
  return before.kind === after.kind && [...before.sources].sort().join() === [...after.sources].sort().join();
}

function omittedOf(before: LineageGraph, after: LineageGraph): LineageDiff['omitted'] {
  const told = (graph: LineageGraph, moment: string): LineageDiff['omitted'] =>
    graph.omitted.map((omission) => ({ ...omission, message: `${moment}: ${omission.message}` }));
  return [...told(before, 'Before'), ...told(after, 'After')];
}
