import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { SqlProblem } from '../../sql';
import type { RowSource, SqlEvidence, SqlReading } from '../sql-lineage/sql-evidence';

/** For `@Field(() => SqlReadingStatusEnum)`. */
export const SqlReadingStatusEnum = { COMPLETE: 'COMPLETE', PARTIAL: 'PARTIAL', FAILED: 'FAILED' } as const;
registerEnumType(SqlReadingStatusEnum, {
  name: 'SqlReadingStatus',
  description: 'How much of a SQL text could be followed.',
  valuesMap: {
    COMPLETE: { description: 'All of it.' },
    PARTIAL: { description: 'Lineage is missing in places; the problems say where.' },
    FAILED: { description: 'Nothing; column lineage that was known before stays.' },
  },
});

@ObjectType('SqlEvidence', { description: 'Where a SQL text makes one column out of another.' })
export class SqlEvidenceObject implements SqlEvidence {
  @Field(() => String, {
    nullable: true,
    description: 'The expression that says most of what happens; null when its text cannot be told.',
  })
  readonly expression!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Line of the expression, or of where the column is read; from 1; null when neither can be told.',
  })
  readonly line!: number | null;

  @Field(() => Float, { description: '1: certain; less where a table’s columns are not known.' })
  readonly confidence!: number;
}

@ObjectType('SqlRowSource', { description: 'A column that decides which rows an asset has.' })
export class SqlRowSourceObject extends SqlEvidenceObject implements RowSource {
  @Field(() => ID, { nullable: true, description: 'Its asset; null for a table that is only named in the text.' })
  readonly assetId!: string | null;

  @Field(() => String, { description: 'Its table, as the text calls it.' })
  readonly table!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly column!: string;

  @Field(() => String, { description: 'INDIRECT: it steers which rows come out.' })
  readonly kind!: EdgeKind;

  @Field(() => String, { description: 'JOIN, FILTER, GROUP_BY, SORT, WINDOW, CONDITIONAL.' })
  readonly subtype!: EdgeSubtype;
}

@ObjectType('SqlProblem', { description: 'Something in a SQL text that could not be followed.' })
export class SqlProblemObject implements SqlProblem {
  @Field(() => String, { description: 'SYNTAX, TEMPLATE, TOO_LARGE, UNKNOWN_COLUMN, UNSUPPORTED, …' })
  readonly code!: SqlProblem['code'];

  @Field(() => String, { description: 'Which thing, and why.' })
  readonly message!: string;

  @Field(() => Int, { description: 'From 1; 0 when it is of no line in particular.' })
  readonly line!: number;

  @Field(() => Boolean, { description: 'True when lineage is missing because of it; else it is only less certain.' })
  readonly isGap!: boolean;
}

@ObjectType('SqlReading', { description: 'What the analysis of an asset’s SQL came to.' })
export class SqlReadingObject implements SqlReading {
  @Field(() => SqlReadingStatusEnum, { description: 'How much could be followed.' })
  readonly status!: SqlReading['status'];

  @Field(() => [SqlProblemObject], { description: 'What could not be followed; empty when all could.' })
  readonly problems!: readonly SqlProblem[];

  @Field(() => [SqlRowSourceObject], {
    description: 'Columns behind its rows rather than behind one of its columns: joins, filters, groups, order.',
  })
  readonly rowSources!: readonly RowSource[];

  @Field(() => GraphQLISODateTime, { description: 'When the text was read.' })
  readonly analyzedAt!: Date;
}
