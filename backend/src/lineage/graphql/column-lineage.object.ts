import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, ColumnObject, type Asset, type Column } from '../../catalog';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { Omission } from '../domain/omission';
import type { Direction } from '../domain/omission';
import type { ColumnEdge, ColumnEnd, ColumnLineageGraph, ColumnNode, WholeAsset, WholeEdge } from '../lineage-graph';
import { DirectionEnum, EdgeKindEnum } from './enums';
import { OmissionObject } from './lineage.object';

@ObjectType('ColumnNode', { description: 'A column, seen from the root of one column lineage query.' })
export class ColumnNodeObject implements ColumnNode {
  @Field(() => AssetObject, { description: 'The asset it belongs to.' })
  readonly asset!: Asset;

  @Field(() => String, { description: 'Full path of the column.' })
  readonly column!: string;

  @Field(() => ColumnObject, { description: 'What is known of it.' })
  readonly details!: Column;

  @Field(() => Int, { description: 'Edges on the shortest way from the root; 0 is the root.' })
  readonly distance!: number;
}

@ObjectType('ColumnEnd', { description: 'One end of a column edge.' })
export class ColumnEndObject implements ColumnEnd {
  @Field(() => ID, { description: 'Asset of the column.' })
  readonly assetId!: string;

  @Field(() => String, { description: 'Full path of the column.' })
  readonly column!: string;
}

@ObjectType('ColumnEdge', { description: 'One column feeds another; one entry per pair and way.' })
export class ColumnEdgeObject implements ColumnEdge {
  @Field(() => ColumnEndObject, { description: 'Column that feeds.' })
  readonly upstream!: ColumnEnd;

  @Field(() => ColumnEndObject, { description: 'Column that is fed.' })
  readonly downstream!: ColumnEnd;

  @Field(() => String, { description: 'DIRECT: the value flows; INDIRECT: it steers which rows or values come out.' })
  readonly kind!: EdgeKind;

  @Field(() => String, {
    description: 'IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, FILTER, GROUP_BY, SORT, WINDOW, CONDITIONAL.',
  })
  readonly subtype!: EdgeSubtype;

  @Field(() => Boolean, { description: 'True when the value is masked on the way.' })
  readonly masking!: boolean;
}

@ObjectType('WholeAsset', {
  description: 'An asset that column lineage reaches as a whole: any of its columns may be concerned.',
})
export class WholeAssetObject implements WholeAsset {
  @Field(() => AssetObject, { description: 'The asset.' })
  readonly asset!: Asset;

  @Field(() => Int, { description: 'Edges on the shortest way from the root, those between columns included.' })
  readonly distance!: number;

  @Field(() => DirectionEnum, { description: 'Side of the root; BOTH for equal ways on both sides.' })
  readonly direction!: Direction;
}

@ObjectType('WholeEdge', { description: 'One asset feeds another, which of its columns is not known.' })
export class WholeEdgeObject implements WholeEdge {
  @Field(() => ID, { description: 'Asset that feeds.' })
  readonly upstreamId!: string;

  @Field(() => ID, { description: 'Asset that is fed.' })
  readonly downstreamId!: string;

  @Field(() => EdgeKindEnum, { description: 'DIRECT when any source says so.' })
  readonly kind!: EdgeKind;
}

@ObjectType('ColumnLineageGraph', { description: 'What feeds a column and what it feeds.' })
export class ColumnLineageGraphObject implements ColumnLineageGraph {
  @Field(() => [ColumnNodeObject], { description: 'Each column once, nearest first; the root is the first.' })
  readonly nodes!: readonly ColumnNode[];

  @Field(() => [ColumnEdgeObject], { description: 'Every edge among the nodes of this answer.' })
  readonly edges!: readonly ColumnEdge[];

  @Field(() => [WholeAssetObject], {
    description:
      'Where and how the walk goes on without knowing columns: each asset once, nearest first; at most 1,000 a side.',
  })
  readonly assets!: readonly WholeAsset[];

  @Field(() => [WholeEdgeObject], {
    description: 'The steps among `assets`, and to them from assets whose columns are in `nodes`.',
  })
  readonly assetEdges!: readonly WholeEdge[];

  @Field(() => Boolean, {
    description: 'True when nothing that was asked for is left out, and every step is known by column.',
  })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What is left out and why; empty when complete.' })
  readonly omitted!: readonly Omission[];
}
