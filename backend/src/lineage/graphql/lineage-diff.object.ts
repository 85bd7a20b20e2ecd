import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import type { Cause, ColumnDifference, Difference } from '../domain/compare-graphs';
import type { Omission } from '../domain/omission';
import type { DiffEdge, DiffNode, LineageDiff } from '../lineage-diff';
import { LineageEdgeObject, OmissionObject } from './lineage.object';

/** For `@Field(() => DifferenceEnum)`. */
export const DifferenceEnum = {
  ADDED: 'ADDED',
  REMOVED: 'REMOVED',
  CHANGED: 'CHANGED',
  UNCHANGED: 'UNCHANGED',
} as const;
registerEnumType(DifferenceEnum, { name: 'Difference', description: 'What became of something between two moments.' });

@ObjectType('Cause', { description: 'What made something different.' })
export class CauseObject implements Cause {
  @Field(() => GraphQLISODateTime, { description: 'When it took effect, in evidence time.' })
  readonly at!: Date;

  @Field(() => String, { nullable: true, description: 'The source that said so; null for a change of columns.' })
  readonly source!: string | null;

  @Field(() => ID, { nullable: true, description: 'The delivery; null for a word over the API.' })
  readonly deliveryId!: string | null;
}

@ObjectType('ColumnDifference', { description: 'A column that came, went or became another.' })
export class ColumnDifferenceObject implements ColumnDifference {
  @Field(() => String, { description: 'Full path of the column.' })
  readonly name!: string;

  @Field(() => DifferenceEnum, { description: 'What became of it.' })
  readonly difference!: ColumnDifference['difference'];

  @Field(() => String, {
    nullable: true,
    description: 'Its type at the earlier moment; null when not known or not there.',
  })
  readonly typeBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Its type at the later moment; null when not known or gone.' })
  readonly typeAfter!: string | null;
}

@ObjectType('DiffNode', { description: 'An asset of one of two answers or of both.' })
export class DiffNodeObject implements DiffNode {
  @Field(() => AssetObject, { description: 'The asset, as it is today.' })
  readonly asset!: Asset;

  @Field(() => DifferenceEnum, { description: 'CHANGED: other columns.' })
  readonly difference!: Difference;

  @Field(() => Int, { description: 'Shortest distance at the later moment, or at the earlier one when it is gone.' })
  readonly distance!: number;

  @Field(() => Int, { description: 'Direct upstream assets that the answer leaves out.' })
  readonly hiddenUpstream!: number;

  @Field(() => Int, { description: 'Direct downstream assets that the answer leaves out.' })
  readonly hiddenDownstream!: number;

  @Field(() => [ColumnDifferenceObject], { description: 'Columns that are not as before; empty when all are.' })
  readonly columns!: readonly ColumnDifference[];

  @Field(() => CauseObject, {
    nullable: true,
    description: 'Of the change of columns, or of the latest edge that brought it or took it away.',
  })
  readonly cause!: Cause | null;
}

@ObjectType('DiffEdge', { description: 'An edge of one of two answers or of both.' })
export class DiffEdgeObject extends LineageEdgeObject implements DiffEdge {
  @Field(() => DifferenceEnum, { description: 'CHANGED: another kind, or other sources say so.' })
  readonly difference!: Difference;

  @Field(() => CauseObject, { nullable: true, description: 'What began or ended it; null for what did not change.' })
  readonly cause!: Cause | null;
}

@ObjectType('LineageDiff', { description: 'The lineage of an asset at two moments, compared.' })
export class LineageDiffObject implements LineageDiff {
  @Field(() => AssetObject, { description: 'The asset asked about.' })
  readonly root!: Asset;

  @Field(() => GraphQLISODateTime, { description: 'The earlier moment.' })
  readonly from!: Date;

  @Field(() => GraphQLISODateTime, { description: 'The later moment.' })
  readonly to!: Date;

  @Field(() => [DiffNodeObject], { description: 'Those of the later moment, nearest first, then those that are gone.' })
  readonly nodes!: readonly DiffNode[];

  @Field(() => [DiffEdgeObject], { description: 'Those of the later moment, then those that are gone.' })
  readonly edges!: readonly DiffEdge[];

  @Field(() => Int, { description: 'Assets and edges that came.' })
  readonly added!: number;

  @Field(() => Int, { description: 'Assets and edges that went.' })
  readonly removed!: number;

  @Field(() => Int, { description: 'Assets and edges that became another.' })
  readonly changed!: number;

  @Field(() => Boolean, { description: 'True when neither of the two answers leaves anything out.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What the two answers leave out and why.' })
  readonly omitted!: readonly Omission[];
}
