import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AssetFreshness, DatasetName, JobDataset, JobRhythm, JobVersion } from '../job-detail';

@ObjectType('JobRhythm', {
  description: 'How often a job starts, out of its last 20 starts: nobody has to declare a schedule.',
})
export class JobRhythmObject implements JobRhythm {
  @Field(() => Float, { nullable: true, description: 'Median of the seconds between two starts; null with one.' })
  readonly usualSeconds!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Last start and the usual time after it.' })
  readonly expectedAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'It waits longer than in nine cases of ten, and ten minutes or a tenth more. Never for streams, for fewer than four starts, and for jobs given up: after 30 such waits, two weeks at least.',
  })
  readonly isLate!: boolean;
}

@ObjectType('JobDataset', { description: 'What a job reads or writes.' })
export class JobDatasetObject implements Omit<JobDataset, 'assetId'> {
  @Field(() => String, { description: 'Canonical namespace.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name.' })
  readonly name!: string;
}

@ObjectType('DatasetName', { description: 'A dataset by its canonical name.' })
export class DatasetNameObject implements DatasetName {
  @Field(() => String, { description: 'Canonical namespace.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name.' })
  readonly name!: string;
}

@ObjectType('JobVersion', { description: 'One combination of what a job read and wrote.' })
export class JobVersionObject implements JobVersion {
  @Field(() => ID, { description: 'Unlike that of any other version.' })
  readonly id!: string;

  @Field(() => GraphQLISODateTime, { description: 'Event time of the first run that did so.' })
  readonly firstSeen!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Event time of the latest run that did so.' })
  readonly lastSeen!: Date;

  @Field(() => Int, { description: 'Runs and declarations that say so.' })
  readonly times!: number;

  @Field(() => Boolean, { description: 'It is what the lineage of the job is now.' })
  readonly isCurrent!: boolean;

  @Field(() => [DatasetNameObject], { description: 'What it read.' })
  readonly inputs!: readonly DatasetName[];

  @Field(() => [DatasetNameObject], { description: 'What it wrote.' })
  readonly outputs!: readonly DatasetName[];
}

@ObjectType('AssetFreshness', { description: 'How current an asset is, by the runs that write it.' })
export class AssetFreshnessObject implements AssetFreshness {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'End of the last run that completed and wrote it; null when none did.',
  })
  readonly writtenAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Median of the seconds between two writes, over the last 20.' })
  readonly usualSeconds!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Last write and the usual time after it.' })
  readonly expectedAt!: Date | null;

  @Field(() => Boolean, { description: 'The next write is overdue, as jobs are late: see JobRhythm.' })
  readonly isLate!: boolean;

  @Field(() => Int, { description: 'Runs of the last days that were to write it.' })
  readonly runs!: number;

  @Field(() => Int, { description: 'Failed ones among them.' })
  readonly failed!: number;

  @Field(() => Float, { nullable: true, description: 'Failed ÷ (failed + completed); null when none has ended.' })
  readonly failureRate!: number | null;
}
