import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { Run, RunDataset, RunEvent, RunPage, RunStatus } from '../run';

/** For `@Field(() => RunStateEnum)`. */
export const RunStateEnum = {
  UNKNOWN: 'UNKNOWN',
  NEW: 'NEW',
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  ABORTED: 'ABORTED',
  STALE: 'STALE',
} as const;
registerEnumType(RunStateEnum, {
  name: 'RunState',
  description: 'Where a run is in its life.',
  valuesMap: {
    UNKNOWN: { description: 'Only other runs speak of it.' },
    NEW: { description: 'Something was said of it, but not that it began.' },
    STALE: { description: 'It began, has not ended, and nobody has heard of it for a day.' },
  },
});

@ObjectType('RunDataset', { description: 'What a run read or wrote.' })
export class RunDatasetObject implements Omit<RunDataset, 'assetId' | 'runId' | 'datasetId' | 'direction'> {
  @Field(() => String, { description: 'Canonical namespace.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name.' })
  readonly name!: string;

  @Field(() => Float, { nullable: true, description: 'Rows; null when not said.' })
  readonly rowCount!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes; null when not said.' })
  readonly byteCount!: number | null;

  @Field(() => Float, { nullable: true, description: 'Files; null when not said.' })
  readonly fileCount!: number | null;

  @Field(() => String, { nullable: true, description: 'Version of the dataset: an Iceberg or Delta snapshot.' })
  readonly version!: string | null;
}

@ObjectType('RunEventNote', { description: 'Something of an event that was left out or looks wrong.' })
export class RunEventNoteObject {
  @Field(() => String, { description: 'Path in the event.' })
  readonly field!: string;

  @Field(() => String, { description: 'What is wrong with it.' })
  readonly reason!: string;
}

@ObjectType('RunEvent', { description: 'One event of a run.' })
export class RunEventObject implements RunEvent {
  @Field(() => GraphQLISODateTime, { description: 'Event time.' })
  readonly at!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it arrived.' })
  readonly receivedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'START, RUNNING, COMPLETE, FAIL, ABORT, OTHER, or what was sent.',
  })
  readonly type!: string | null;

  @Field(() => String, { description: 'Address of the producer.' })
  readonly producer!: string;

  @Field(() => [RunEventNoteObject], { description: 'Empty when nothing was left out.' })
  readonly notes!: readonly RunEventNoteObject[];
}

@ObjectType('Run', { description: 'One run of a job, over all its events.' })
export class RunObject implements Omit<Run, 'internalId' | 'jobId' | 'parentId' | 'rootId'> {
  @Field(() => ID, { description: "The producer's UUID of the run, or one made from what it sent." })
  readonly id!: string;

  @Field(() => RunStateEnum, { description: 'Where it is in its life.' })
  readonly state!: RunStatus;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null when nobody said.' })
  readonly startedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null while it runs.' })
  readonly endedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Milliseconds from start to end; null while it runs.' })
  readonly durationMs!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was meant to start.' })
  readonly nominalStart!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'End of the time that it is about.' })
  readonly nominalEnd!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Event time of the latest event.' })
  readonly lastEventAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Which attempt, from 1; null when not said.' })
  readonly attempt!: number | null;

  @Field(() => String, { nullable: true, description: 'Address of the producer.' })
  readonly producer!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  readonly error!: string | null;

  @Field(() => String, { nullable: true, description: 'Stack of the failure.' })
  readonly errorStack!: string | null;

  @Field(() => Float, { nullable: true, description: 'Over all inputs; null when not said.' })
  readonly rowsRead!: number | null;

  @Field(() => Float, { nullable: true, description: 'Over all outputs; null when not said.' })
  readonly rowsWritten!: number | null;

  @Field(() => Float, { nullable: true, description: 'Over all outputs; null when not said.' })
  readonly bytesWritten!: number | null;

  @Field(() => JsonScalar, { description: '{ name: number }: extract_duration, pipeline_success …' })
  readonly metrics!: Readonly<Record<string, unknown>>;
}

@ObjectType('RunConnection', { description: 'A page of runs.' })
export class RunConnectionObject implements RunPage {
  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => [RunObject], { description: 'Latest start first.' })
  readonly nodes!: readonly Run[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@InputType('RunFilter', { description: 'The list is an OR; parts combine with AND; absent says nothing.' })
export class RunFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only of the job with this asset.' })
  readonly jobAssetId?: string | null;

  @Field(() => [RunStateEnum], { nullable: true, description: 'Where the run is in its life.' })
  readonly states?: readonly RunStatus[] | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Started then or later.' })
  readonly from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Started before.' })
  readonly to?: Date | null;
}
