import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  AssetObject,
  AssetTypeEnum,
  ColumnRefObject,
  FacetValueObject,
  type Asset,
  type FacetValue,
} from '../../catalog';
import type { Change, ChangeClass } from '../domain/change-effect';
import type { Omission } from '../domain/omission';
import type { Impacted, ImpactEnd, ImpactFilter, ImpactPage } from '../impact';
import { OmissionObject } from './lineage.object';

/** For `@Args({ type: () => ChangeEnum })`. */
export const ChangeEnum = { DROP: 'DROP', RENAME: 'RENAME', RETYPE: 'RETYPE', DEPRECATE: 'DEPRECATE' } as const;
registerEnumType(ChangeEnum, {
  name: 'ChangeKind',
  description: 'What somebody is about to do to a column or an asset.',
  valuesMap: {
    DROP: { description: 'Take it away.' },
    RENAME: { description: 'Give it another name.' },
    RETYPE: { description: 'Give a column another type.' },
    DEPRECATE: { description: 'Announce that it will go away.' },
  },
});

/** For `@Field(() => ChangeClassEnum)`. */
export const ChangeClassEnum = { BREAKING: 'BREAKING', MAYBE: 'MAYBE', SAFE: 'SAFE' } as const;
registerEnumType(ChangeClassEnum, {
  name: 'ChangeClass',
  description: 'What a change does to something downstream.',
  valuesMap: {
    BREAKING: { description: 'It stops working.' },
    MAYBE: { description: 'It may fail, or give something else.' },
    SAFE: { description: 'It goes on as before.' },
  },
});

@InputType('ImpactFilter', { description: 'Each list is an OR; they combine with AND; absent says nothing.' })
export class ImpactFilterInput implements Partial<ImpactFilter> {
  @Field(() => [ChangeClassEnum], { nullable: true, description: 'What the change does to it.' })
  readonly classes!: readonly ChangeClass[] | null;

  @Field(() => [AssetTypeEnum], { nullable: true, description: 'Kinds of asset.' })
  readonly types!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Owners, as written; "none" for no owner.' })
  readonly owners!: readonly string[] | null;
}

@ObjectType('Impacted', { description: 'A column that a change reaches, or an asset where columns are not known.' })
export class ImpactedObject implements Impacted {
  @Field(() => AssetObject, { description: 'The asset.' })
  readonly asset!: Asset;

  @Field(() => String, { nullable: true, description: 'Path of the column; null for the asset as a whole.' })
  readonly column!: string | null;

  @Field(() => Int, { description: 'Edges on the shortest way from what is changed; at least 1.' })
  readonly distance!: number;

  @Field(() => ChangeClassEnum, { description: 'The worst that any way does to it.' })
  readonly changeClass!: ChangeClass;

  @Field(() => String, { description: 'Why, in a sentence.' })
  readonly reason!: string;

  @Field(() => ColumnRefObject, { description: 'What it is fed by on that way: one step nearer to the change.' })
  readonly via!: ImpactEnd;
}

@ObjectType('ImpactConnection', { description: 'A page of everything that a change reaches.' })
export class ImpactConnectionObject implements ImpactPage {
  @Field(() => ColumnRefObject, { description: 'What is changed.' })
  readonly root!: ImpactEnd;

  @Field(() => ChangeEnum, { description: 'What is done to it.' })
  readonly change!: Change;

  @Field(() => Int, { description: 'All that fit the filter, not only this page.' })
  readonly total!: number;

  @Field(() => Int, { description: 'Assets among them, each once.' })
  readonly assetCount!: number;

  @Field(() => [FacetValueObject], { description: 'How many of each change class, worst first.' })
  readonly classes!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Assets by type, most frequent first.' })
  readonly types!: readonly FacetValue[];

  @Field(() => [FacetValueObject], { description: 'Assets by owner, most frequent first; "none" for no owner.' })
  readonly owners!: readonly FacetValue[];

  @Field(() => [ImpactedObject], { description: 'Nearest first.' })
  readonly nodes!: readonly Impacted[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;

  @Field(() => Boolean, { description: 'True when nothing downstream is left out or known only as a whole.' })
  readonly complete!: boolean;

  @Field(() => [OmissionObject], { description: 'What is not known or left out and why; empty when complete.' })
  readonly omitted!: readonly Omission[];
}
