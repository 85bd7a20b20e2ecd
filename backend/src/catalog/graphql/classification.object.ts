import { Field, ObjectType } from '@nestjs/graphql';
import type { ClassificationLevel } from '../../shared/vocabulary';
import type { Asset } from '../domain/asset';
import type { OwnedClassification } from '../domain/classification';
import { AssetObject } from './asset.object';
import { ClassificationLevelEnum } from './enums';

@ObjectType('ColumnRef', { description: 'A column of an asset, or the asset itself when column is null.' })
export class ColumnRefObject {
  @Field(() => AssetObject, { description: 'The asset meant.' })
  readonly asset!: Asset;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;
}

/** The path that proves it is resolved by governance, which knows how it came about. */
@ObjectType('Classification', { description: 'How sensitive something is, by the strictest of all that is known.' })
export class ClassificationObject implements OwnedClassification {
  readonly assetId!: string;
  readonly columnId!: string | null;

  @Field(() => ClassificationLevelEnum, { nullable: true, description: 'Null when only categories are known.' })
  readonly level!: ClassificationLevel | null;

  @Field(() => [String], { description: 'PII, PHI and others; empty when only a level is known.' })
  readonly categories!: readonly string[];

  @Field(() => [String], {
    description:
      'Kinds of personal data in a column: pii.email. pseudonymised: only a stand-in for the value is there.',
  })
  readonly subtypes!: readonly string[];

  @Field(() => Boolean, { description: 'True when it follows from lineage, false when somebody said so.' })
  readonly derived!: boolean;

  @Field(() => Boolean, { description: "A steward's word, which stands instead of what sources say and lineage adds." })
  readonly exact!: boolean;
}
