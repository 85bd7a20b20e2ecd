import { Field, Float, GraphQLISODateTime, InputType, Int, ObjectType } from '@nestjs/graphql';
import { FacetValueObject, type FacetValue } from '../../catalog';
import type { Job, JobHealth, JobPage, RunStatus } from '../run';
import { RunStateEnum } from './run.object';

@ObjectType('JobHealth', { description: "How a job's runs of some days went." })
export class JobHealthObject implements JobHealth {
  @Field(() => Int, { description: 'Runs that started in that time.' })
  readonly runs!: number;

  @Field(() => Int, { description: 'Failed ones among them.' })
  readonly failed!: number;

  @Field(() => Float, { nullable: true, description: 'Failed ÷ (failed + completed); null when none has ended.' })
  readonly failureRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Median duration in seconds; null when none has ended.' })
  readonly medianSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: '95th percentile of the duration in seconds.' })
  readonly p95Seconds!: number | null;
}

@ObjectType('Job', { description: 'Something that runs: a DAG, a task, a model, a streaming job.' })
export class JobObject implements Omit<Job, 'internalId' | 'assetId' | 'parentId'> {
  @Field(() => String, { description: 'Namespace of the job, as OpenLineage has it.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Name of the job.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'BATCH, STREAMING, SERVICE; null when not said.' })
  readonly processingType!: string | null;

  @Field(() => String, { nullable: true, description: 'AIRFLOW, SPARK, DBT …; null when not known.' })
  readonly integration!: string | null;

  @Field(() => String, { nullable: true, description: 'DAG, TASK, MODEL …; null when not said.' })
  readonly jobType!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was first heard of.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Event time of the latest run that read and wrote what its edges say; null before the first one.',
  })
  readonly lineageSeenAt!: Date | null;
}

@InputType('JobFilter', { description: 'Each list is an OR; they combine with AND; absent says nothing.' })
export class JobFilterInput {
  @Field(() => String, { nullable: true, description: 'Part of the name, whatever the case.' })
  readonly text?: string | null;

  @Field(() => [RunStateEnum], { nullable: true, description: 'State of the latest run.' })
  readonly states?: readonly RunStatus[] | null;

  @Field(() => [String], { nullable: true, description: 'AIRFLOW, SPARK, DBT …' })
  readonly integrations?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Namespaces of jobs.' })
  readonly namespaces?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: "Owners of the jobs' assets." })
  readonly owners?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Overdue: see JobRhythm.' })
  readonly isLate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only jobs that are part of no other, as DAGs are; false: only tasks.',
  })
  readonly isTopLevel?: boolean | null;
}

@ObjectType('JobConnection', { description: 'A page of jobs.' })
export class JobConnectionObject implements JobPage {
  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => [JobObject], { description: 'Those that ran last first.' })
  readonly nodes!: readonly Job[];

  @Field(() => [FacetValueObject], {
    description: 'Jobs by the state of their latest run (NEVER: without one), whatever states the filter asks for.',
  })
  readonly states!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Jobs by integration, whatever integrations the filter asks for.' })
  readonly integrations!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Jobs by namespace, whatever namespaces the filter asks for.' })
  readonly namespaces!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Jobs by owner, whatever owners the filter asks for.' })
  readonly owners!: readonly FacetValue[];

  @Field(() => Int, { description: 'Jobs that are late, whether or not the filter asks for them.' })
  readonly lateCount!: number;

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}
