import { Field, ObjectType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import type { Omission } from '../domain/omission';
import type { LineageEdge } from '../lineage-graph';
import type { LineagePath, LineagePaths, LineagePathStep } from '../lineage-paths';
import { LineageEdgeObject, OmissionObject } from './lineage.object';

@ObjectType('LineagePathStep', { description: 'One edge of a way between two assets.' })
export class LineagePathStepObject implements LineagePathStep {
  @Field(() => LineageEdgeObject, { description: 'The edge, with its transformation, jobs and sources.' })
  readonly edge!: LineageEdge;

  @Field(() => [String], {
    description:
      'Columns of the asset that is fed which arrive masked on this step, by name; empty as far as is known.',
  })
  readonly maskedColumns!: readonly string[];
}

@ObjectType('LineagePath', { description: 'One way by which an asset feeds another; it visits nothing twice.' })
export class LineagePathObject implements LineagePath {
  @Field(() => [AssetObject], { complexity: 10, description: 'From the one to the other, both included.' })
  readonly assets!: readonly Asset[];

  @Field(() => [LineagePathStepObject], {
    complexity: 10,
    description: 'The edges between them, one fewer than assets.',
  })
  readonly steps!: readonly LineagePathStep[];
}

@ObjectType('LineagePaths', { description: 'By which ways one asset feeds another.' })
export class LineagePathsObject implements LineagePaths {
  @Field(() => AssetObject, { description: 'Where the ways begin.' })
  readonly from!: Asset;

  @Field(() => AssetObject, { description: 'Where they end.' })
  readonly to!: Asset;

  @Field(() => [LineagePathObject], { description: 'Shortest first; empty when the one does not feed the other.' })
  readonly paths!: readonly LineagePath[];

  @Field(() => Boolean, { description: 'True when every asset that may lie between was looked at.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What was not looked at; empty when complete.' })
  readonly omitted!: readonly Omission[];
}
