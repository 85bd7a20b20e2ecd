import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LineageChangesPage, LineageMoment } from '../lineage-changes';

@ObjectType('LineageMoment', {
  description: 'A moment at which the lineage of some assets became another; as of it, the change is there.',
})
export class LineageMomentObject implements LineageMoment {
  @Field(() => GraphQLISODateTime, { description: 'In evidence time.' })
  readonly at!: Date;

  @Field(() => Int, {
    description: 'Pairs of assets that began to feed one another, or that another source confirmed.',
  })
  readonly edgesAdded!: number;

  @Field(() => Int, { description: 'Pairs of assets of which a source stopped to say so.' })
  readonly edgesRemoved!: number;

  @Field(() => Int, { description: 'Assets whose columns changed, or became known.' })
  readonly schemasChanged!: number;

  @Field(() => [String], {
    complexity: 1,
    description: 'Who said so, in order of name; empty where only columns changed.',
  })
  readonly sources!: readonly string[];

  @Field(() => [ID], {
    complexity: 1,
    description: 'The deliveries that brought it, oldest first; empty for a word over the API.',
  })
  readonly deliveryIds!: readonly string[];
}

@ObjectType('LineageChangesPage', { description: 'A page of the moments at which lineage changed.' })
export class LineageChangesPageObject implements LineageChangesPage {
  @Field(() => Int, { description: 'Moments on all pages.' })
  readonly total!: number;

  @Field(() => [LineageMomentObject], { description: 'Latest first.' })
  readonly nodes!: readonly LineageMoment[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last.' })
  readonly endCursor!: string | null;

  @Field(() => Boolean, { description: 'False when a hub has more changes than were read: the oldest are missing.' })
  readonly complete!: boolean;
}
