import { Field, Float, GraphQLISODateTime, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { HistoryPart } from '../domain/history';
import { HistoryRetention, type HistoryStorage } from '../history-retention.service';
import { HistoryKindEnum } from './enums';

@ObjectType('HistoryPart', { description: 'One kind of history.' })
export class HistoryPartObject implements HistoryPart {
  @Field(() => HistoryKindEnum, { description: 'What it is of.' })
  readonly kind!: HistoryPart['kind'];

  @Field(() => Float, { description: 'Room on disk, indexes included.' })
  readonly bytes!: number;

  @Field(() => Float, { nullable: true, description: 'About how many; null while nobody has counted.' })
  readonly rows!: number | null;
}

@ObjectType('HistoryStorage', { description: 'How much room history takes, and how long it is kept.' })
export class HistoryStorageObject implements HistoryStorage {
  @Field(() => Int, { description: 'Days after which what ended is forgotten (TRIBUTARY_HISTORY_DAYS).' })
  readonly keptDays!: number;

  @Field(() => GraphQLISODateTime, { description: 'Answers about earlier moments lack what ended before.' })
  readonly keptSince!: Date;

  @Field(() => Float, { description: 'Room on disk of all kinds.' })
  readonly bytes!: number;

  @Field(() => [HistoryPartObject], { description: 'Each kind once.' })
  readonly parts!: readonly HistoryPart[];
}

/** What retention keeps of the past. */
@Resolver()
export class HistoryStorageResolver {
  constructor(private readonly retention: HistoryRetention) {}

  @Query(() => HistoryStorageObject, { description: 'Room that past edges, columns and facts take.' })
  @Requires('ingest:read')
  historyStorage(): Promise<HistoryStorage> {
    return this.retention.storage();
  }
}
