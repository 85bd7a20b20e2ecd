import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { Change, Code, ColumnRetype, SchemaVersion } from '../domain/history';

@ObjectType('ColumnRetype', { description: 'A column whose type changed.' })
export class ColumnRetypeObject implements ColumnRetype {
  @Field(() => String, { description: 'Path of the column.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Type before; null when it was unknown.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'Type after; null when it is unknown.' })
  readonly after!: string | null;
}

@ObjectType('SchemaVersion', { description: "An asset's columns from one change of them to the next." })
export class SchemaVersionObject implements SchemaVersion {
  @Field(() => Int, { description: 'From 1, the first schema known.' })
  readonly version!: number;

  @Field(() => GraphQLISODateTime, { description: 'When the evidence of it was made.' })
  readonly observedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the catalog took it in.' })
  readonly recordedAt!: Date;

  @Field(() => [String], { description: 'Paths that the version before did not have.' })
  readonly added!: readonly string[];

  @Field(() => [String], { description: 'Paths that the version before had.' })
  readonly removed!: readonly string[];

  @Field(() => [ColumnRetypeObject], { description: 'Columns in both whose type differs.' })
  readonly retyped!: readonly ColumnRetype[];

  @Field(() => Boolean, { description: 'A reader of the version before may fail on it.' })
  readonly isBreaking!: boolean;

  @Field(() => JsonScalar, { description: 'All its columns: [{ path, type, nullable }] in order.' })
  readonly columns!: unknown;

  @Field(() => ID, { nullable: true, description: 'The delivery that brought it; null for what people said.' })
  readonly deliveryId!: string | null;
}

@ObjectType('Change', { description: 'Something that happened to an asset.' })
export class ChangeObject implements Change {
  @Field(() => ID, { description: 'Cursor for `changes(after:)`.' })
  readonly id!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was recorded.' })
  readonly at!: Date;

  @Field(() => String, { description: 'CREATED, STUBBED, CHANGED, RETIRED, REVIVED, MERGED, SPLIT or LINEAGE.' })
  readonly operation!: string;

  @Field(() => JsonScalar, { description: '{ field: { before, after } } where known.' })
  readonly detail!: Readonly<Record<string, unknown>>;

  @Field(() => String, { nullable: true, description: 'Person, token or source behind it.' })
  readonly actor!: string | null;

  @Field(() => ID, { nullable: true, description: 'The delivery that brought it; null for what people did.' })
  readonly deliveryId!: string | null;
}

@ObjectType('Code', { description: 'The code that defines an asset.' })
export class CodeObject implements Code {
  @Field(() => String, { description: 'sql, python …' })
  readonly language!: string;

  @Field(() => String, { description: 'The whole text.' })
  readonly text!: string;

  @Field(() => String, { description: 'SHA-256 of the text, hex: equal for equal code.' })
  readonly hash!: string;
}
