import { Field, Float, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AssetType } from '../../shared/vocabulary';
import type { Asset, AssetStatus } from '../domain/asset';
import type { Facet, FacetValue, Match, SearchFilter } from '../domain/search';
import { AssetObject } from './asset.object';
import { AssetStatusEnum, AssetTypeEnum } from './enums';

@InputType('SearchFilter', { description: 'Each list is an OR; lists combine with AND; an empty list says nothing.' })
export class SearchFilterInput implements SearchFilter {
  @Field(() => [AssetTypeEnum], { nullable: true, description: 'Kinds of thing.' })
  readonly type?: readonly AssetType[] | null;

  @Field(() => [String], { nullable: true, description: 'postgres, kafka, s3 …' })
  readonly platform?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Canonical namespaces.' })
  readonly namespace?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'source, staging, intermediate, mart, bi, ml; "none" for no layer.',
  })
  readonly layer?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Tags, as written.' })
  readonly tag?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Owners, as written; "none" for no owner.' })
  readonly owner?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'PUBLIC … RESTRICTED; "none" for not classified.' })
  readonly classification?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of source that vouch for it: dbt, person …' })
  readonly source?: readonly string[] | null;

  @Field(() => [AssetStatusEnum], { nullable: true, description: 'Absent: all, stubs and retired ones too.' })
  readonly status?: readonly AssetStatus[] | null;
}

@ObjectType('Match', { description: 'Where a hit matched.' })
export class MatchObject implements Match {
  @Field(() => String, { description: 'name, qualified name, column, description or tag.' })
  readonly field!: string;

  @Field(() => String, {
    description: 'Plain text with U+E000 before and U+E001 after what matched; no other markup, nothing is escaped.',
  })
  readonly snippet!: string;
}

/** `matched` is resolved in `search.resolver.ts`: it is looked up when asked for. */
@ObjectType('SearchHit', { description: 'One asset that answers a search.' })
export class SearchHitObject {
  @Field(() => AssetObject, { description: 'What was found.' })
  readonly asset!: Asset;

  @Field(() => Float, { description: 'Higher is better; comparable within one answer only.' })
  readonly score!: number;
}

@ObjectType('FacetValue', { description: 'A value and how often it occurs.' })
export class FacetValueObject implements FacetValue {
  @Field(() => String, { description: 'The value; "none" for assets without one.' })
  readonly value!: string;

  @Field(() => Int, { description: 'Assets that have it.' })
  readonly count!: number;
}

@ObjectType('Facet', { description: 'Values of one field among the hits, its own filter left aside.' })
export class FacetObject implements Facet {
  @Field(() => String, { description: 'The field of SearchFilter.' })
  readonly field!: string;

  @Field(() => [FacetValueObject], { description: 'Most frequent first, at most 30.' })
  readonly values!: readonly FacetValue[];
}

/** `total` and `facets` are resolved in `search.resolver.ts`: they are counted when asked for. */
@ObjectType('SearchResults', { description: 'A page of hits and what else is known about all of them.' })
export class SearchResultsObject {
  @Field(() => [SearchHitObject], { description: 'In the order asked for; empty when nothing answers.' })
  readonly hits!: readonly SearchHitObject[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was searched instead, when the words as typed found next to nothing.',
  })
  readonly correctedQuery!: string | null;

  @Field(() => String, {
    description: 'The query as it was understood: text "orders" AND layer=mart. Empty when browsing.',
  })
  readonly parsed!: string;
}
