import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, FacetValueObject, type Asset, type FacetValue } from '../../catalog';
import type { EdgeKind } from '../../shared/vocabulary';
import type { Direction, Omission, OmissionReason } from '../domain/omission';
import type { LineageEdge, LineageGraph, LineageNode, NeighbourPage } from '../lineage-graph';
import { DirectionEnum, OmissionReasonEnum } from './enums';

@ObjectType('Omission', { description: 'What an answer leaves out.' })
export class OmissionObject implements Omission {
  @Field(() => OmissionReasonEnum, { description: 'Why it is left out.' })
  readonly reason!: OmissionReason;

  @Field(() => Int, { description: 'How much, in what the message names.' })
  readonly count!: number;

  @Field(() => String, { description: 'A sentence for people that says exactly what is counted.' })
  readonly message!: string;
}

@ObjectType('LineageNode', { description: 'An asset, seen from the root of one lineage query.' })
export class LineageNodeObject implements LineageNode {
  @Field(() => AssetObject, { description: 'The asset.' })
  readonly asset!: Asset;

  @Field(() => Int, { description: 'Edges on the shortest way from the root; 0 is the root.' })
  readonly distance!: number;

  @Field(() => DirectionEnum, {
    description: 'Side of the root on which that way lies; BOTH for the root and for equal ways on both sides.',
  })
  readonly direction!: Direction;

  @Field(() => Int, { description: 'Assets that feed it directly and are not in this answer.' })
  readonly hiddenUpstream!: number;

  @Field(() => Int, { description: 'Assets that it feeds directly and that are not in this answer.' })
  readonly hiddenDownstream!: number;
}

@ObjectType('LineageEdge', {
  description: 'One asset feeds another; one entry per pair, whatever the number of sources.',
})
export class LineageEdgeObject implements LineageEdge {
  @Field(() => ID, { description: 'Asset that feeds.' })
  readonly upstreamId!: string;

  @Field(() => ID, { description: 'Asset that is fed.' })
  readonly downstreamId!: string;

  @Field(() => String, {
    description: 'DIRECT when any source says data flows; INDIRECT when it only steers (filter, join).',
  })
  readonly kind!: EdgeKind;

  @Field(() => [AssetObject], {
    complexity: 1, // there is rarely more than one
    description: 'Jobs that do it, as far as known; empty when no source names one.',
  })
  readonly jobs!: readonly Asset[];

  @Field(() => [String], { description: 'Who says so, for people; in alphabetical order.' })
  readonly sources!: readonly string[];

  @Field(() => String, { nullable: true, description: 'How, in the words of the source: dbt_model, spark …' })
  readonly transformation!: string | null;
}

@ObjectType('LineageGraph', { description: 'What feeds an asset and what it feeds.' })
export class LineageGraphObject implements LineageGraph {
  @Field(() => AssetObject, { description: 'The asset asked about.' })
  readonly root!: Asset;

  readonly at!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Number of the last change of the graph that this answer includes; null when it was not answered from memory.',
  })
  readonly currentTo!: string | null;

  @Field(() => [LineageNodeObject], { description: 'Each asset once, nearest first; the root is the first.' })
  readonly nodes!: readonly LineageNode[];

  @Field(() => [LineageEdgeObject], { description: 'Every edge among the nodes of this answer.' })
  readonly edges!: readonly LineageEdge[];

  @Field(() => Boolean, { description: 'True when nothing that was asked for is left out.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What is left out and why; empty when complete.' })
  readonly omitted!: readonly Omission[];
}

@ObjectType('NeighbourConnection', { description: 'A page of the direct neighbours of an asset on one side.' })
export class NeighbourConnectionObject implements NeighbourPage {
  @Field(() => Int, { description: 'All neighbours that fit the text, not only this page.' })
  readonly total!: number;

  @Field(() => [AssetObject], { description: 'In order of name.' })
  readonly nodes!: readonly Asset[];

  @Field(() => [FacetValueObject], { description: 'Those neighbours by type, most frequent first.' })
  readonly types!: readonly FacetValue[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
