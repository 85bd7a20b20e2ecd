import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, ColumnObject, type Asset, type Column } from '../../catalog';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { Omission } from '../domain/omission';
import type { ColumnEdge, ColumnEnd, ColumnLineageGraph, ColumnNode } from '../lineage-graph';
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

@ObjectType('ColumnLineageGraph', { description: 'What feeds a column and what it feeds.' })
export class ColumnLineageGraphObject implements ColumnLineageGraph {
  @Field(() => [ColumnNodeObject], { description: 'Each column once, nearest first; the root is the first.' })
  readonly nodes!: readonly ColumnNode[];

  @Field(() => [ColumnEdgeObject], { description: 'Every edge among the nodes of this answer.' })
  readonly edges!: readonly ColumnEdge[];

  @Field(() => Boolean, { description: 'True when nothing that was asked for is left out.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What is left out and why; empty when complete.' })
  readonly omitted!: readonly Omission[];
}
