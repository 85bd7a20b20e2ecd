import { Field, ObjectType } from '@nestjs/graphql';
import type { ClassificationLevel } from '../../shared/vocabulary';
import type { Asset } from '../domain/asset';
import type { ClassificationFacts } from '../domain/classification';
import { AssetObject } from './asset.object';
import { ClassificationLevelEnum } from './enums';

@ObjectType('ColumnRef', { description: 'A column of an asset, or the asset itself when column is null.' })
export class ColumnRefObject {
  @Field(() => AssetObject, { description: 'The asset meant.' })
  readonly asset!: Asset;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;
}

@ObjectType('Classification', { description: 'How sensitive something is.' })
export class ClassificationObject implements ClassificationFacts {
  @Field(() => ClassificationLevelEnum, { nullable: true, description: 'Null when only categories are known.' })
  readonly level!: ClassificationLevel | null;

  @Field(() => [String], { description: 'PII, PHI and others; empty when only a level is known.' })
  readonly categories!: readonly string[];

  @Field(() => Boolean, { description: 'True when it follows from lineage, false when somebody said so.' })
  readonly derived!: boolean;

  @Field(() => [ColumnRefObject], {
    description: 'The path that proves it, source first; empty for what was said directly.',
  })
  readonly because!: readonly ColumnRefObject[];
}
