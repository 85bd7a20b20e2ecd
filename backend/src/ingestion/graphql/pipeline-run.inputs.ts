import { Field, Float, GraphQLISODateTime, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { RecordedDataset, RecordedStatus, RecordedStep, RecordPipelineRunInput, StepKind } from '../recorded-run';

/** For `@Field(() => RecordedStatusEnum)`. */
export const RecordedStatusEnum = {
  RUNNING: 'RUNNING',
  COMPLETED: 'COMPLETED',
  FAILED: 'FAILED',
  ABORTED: 'ABORTED',
} as const;
registerEnumType(RecordedStatusEnum, { name: 'PipelineRunStatus', description: 'How a reported run stands.' });

/** For `@Field(() => StepKindEnum)`. */
export const StepKindEnum = { EXTRACT: 'EXTRACT', TRANSFORM: 'TRANSFORM', LOAD: 'LOAD' } as const;
registerEnumType(StepKindEnum, { name: 'PipelineStepKind', description: 'What a step of a pipeline does.' });

@InputType('PipelineRunDatasetInput', { description: 'What a run read or wrote.' })
export class PipelineRunDatasetInputObject implements RecordedDataset {
  @Field(() => String, { description: 'postgres://db:5432, s3://bucket, …' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Full name within the namespace: database.schema.table.' })
  readonly name!: string;

  @Field(() => Float, { nullable: true, description: 'Rows read or written.' })
  readonly rowCount?: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes read or written.' })
  readonly byteCount?: number | null;
}

@InputType('PipelineRunStepInput', { description: 'One step of a run; shown as a run that it started.' })
export class PipelineRunStepInputObject implements RecordedStep {
  @Field(() => StepKindEnum, { description: 'Each kind once; in the order in which they ran.' })
  readonly kind!: StepKind;

  @Field(() => RecordedStatusEnum, { description: 'How the step stands.' })
  readonly status!: RecordedStatus;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it began.' })
  readonly startedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended; absent: now, unless it is RUNNING.' })
  readonly endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  readonly error?: string | null;

  @Field(() => String, { nullable: true, description: 'Stack of the failure.' })
  readonly errorStack?: string | null;
}

@InputType('RecordPipelineRunInput', { description: 'What a pipeline reports of one of its runs.' })
export class RecordPipelineRunInputObject implements RecordPipelineRunInput {
  @Field(() => String, { description: 'Namespace of the pipeline: a word of your own.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Name of the pipeline.' })
  readonly name!: string;

  @Field(() => ID, { nullable: true, description: 'UUID of the run, to report it more than once; absent: a new run.' })
  readonly runId?: string | null;

  @Field(() => RecordedStatusEnum, { description: 'How the run stands.' })
  readonly status!: RecordedStatus;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it began.' })
  readonly startedAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended; absent: now, unless it is RUNNING.' })
  readonly endedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it failed.' })
  readonly error?: string | null;

  @Field(() => String, { nullable: true, description: 'Stack of the failure.' })
  readonly errorStack?: string | null;

  @Field(() => Float, { nullable: true, description: 'Shown as the metric records_processed.' })
  readonly recordsProcessed?: number | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Numbers by name, durations in seconds: { "extract_duration": 1.5, "pipeline_success": 1 }.',
  })
  readonly metrics?: unknown;

  @Field(() => [PipelineRunDatasetInputObject], { nullable: true, description: 'What it read: becomes lineage.' })
  readonly inputs?: readonly PipelineRunDatasetInputObject[] | null;

  @Field(() => [PipelineRunDatasetInputObject], { nullable: true, description: 'What it wrote: becomes lineage.' })
  readonly outputs?: readonly PipelineRunDatasetInputObject[] | null;

  @Field(() => [PipelineRunStepInputObject], {
    nullable: true,
    description: 'Steps in order; durations and failures become metrics: extract_duration, load_failures …',
  })
  readonly steps?: readonly PipelineRunStepInputObject[] | null;
}
