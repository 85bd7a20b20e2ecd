import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import type { Omission } from '../domain/omission';
import type { LineageEdge } from '../lineage-graph';
import type { LineageSelection } from '../lineage-selection';
import { LineageEdgeObject, OmissionObject } from './lineage.object';

@ObjectType('LineageSelection', { description: 'The assets that a selector means, and the edges among them.' })
export class LineageSelectionObject implements LineageSelection {
  @Field(() => String, { description: 'The selector in words.' })
  readonly meaning!: string;

  @Field(() => Int, { description: 'Assets selected, shown or not; a lower bound when not complete.' })
  readonly total!: number;

  @Field(() => [AssetObject], { description: 'In order of name.' })
  readonly assets!: readonly Asset[];

  @Field(() => [LineageEdgeObject], { description: 'All edges among the assets shown.' })
  readonly edges!: readonly LineageEdge[];

  @Field(() => Boolean, { description: 'True when every asset that is meant is shown.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What is not shown or was not looked at; empty when complete.' })
  readonly omitted!: readonly Omission[];
}
