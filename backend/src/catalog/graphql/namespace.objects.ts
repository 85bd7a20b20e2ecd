import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { AliasKind, CasePolicy } from '../domain/identity';
import type { Namespace, NamespacePage, Recanonicalization, StoredAlias } from '../domain/namespace';

@ObjectType('Namespace', {
  description: 'A place that names are unique in: postgres://db:5432, s3://bucket, kafka://broker.',
})
export class NamespaceObject implements Namespace {
  @Field(() => ID, { description: 'Stays the same.' })
  readonly id!: string;

  @Field(() => String, { description: 'Canonical: after OpenLineage naming, aliases applied.' })
  readonly name!: string;

  @Field(() => String, { description: 'postgres, snowflake, kafka, s3 …; custom for a word of the house.' })
  readonly platform!: string;

  @Field(() => Boolean, {
    description: 'Means another machine to everybody who says it (localhost): give it an alias.',
  })
  readonly isWeak!: boolean;

  @Field(() => String, { nullable: true, description: 'production, staging …; null: nobody said.' })
  readonly environment!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it runs; null: nobody said.' })
  readonly region!: string | null;

  @Field(() => String, { nullable: true, description: 'Completes names that leave out their database.' })
  readonly defaultDatabase!: string | null;

  @Field(() => String, { nullable: true, description: 'Completes names that leave out their schema.' })
  readonly defaultSchema!: string | null;

  @Field(() => String, { description: 'platform (as the platform does), lower, or sensitive.' })
  readonly casePolicy!: CasePolicy;

  @Field(() => String, { nullable: true, description: 'Person or team that answers for it; null: nobody said.' })
  readonly owner!: string | null;

  @Field(() => Int, { description: 'Assets whose primary spelling is in it.' })
  readonly assetCount!: number;
}

@ObjectType('NamespaceConnection', { description: 'One page of namespaces.' })
export class NamespaceConnectionObject implements NamespacePage {
  @Field(() => Int, { description: 'Namespaces in all; 0 on a page behind the last.' })
  readonly total!: number;

  @Field(() => [NamespaceObject], { description: 'By name.' })
  readonly nodes!: readonly Namespace[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null: this is the last.' })
  readonly endCursor!: string | null;
}

@ObjectType('NamespaceAliasEffect', { description: 'What a new alias did to spellings that were known already.' })
export class NamespaceAliasEffectObject implements Recanonicalization {
  @Field(() => Int, { description: 'Spellings that got another canonical form.' })
  readonly renamed!: number;

  @Field(() => Int, { description: 'Assets that turned out to be another one, and were only referred to.' })
  readonly merged!: number;

  @Field(() => [String], { description: 'What was left to people, one sentence each.' })
  readonly notes!: readonly string[];
}

@ObjectType('NamespaceAlias', { description: 'Another spelling of a namespace.' })
export class NamespaceAliasObject implements StoredAlias {
  @Field(() => ID, { description: 'For removeNamespaceAlias.' })
  readonly id!: string;

  @Field(() => String, { description: 'exact, host_list, regex or regex_group.' })
  readonly kind!: AliasKind;

  @Field(() => String, { description: 'A namespace, hosts separated by commas, or a pattern in RE2 syntax.' })
  readonly pattern!: string;

  @Field(() => String, { description: 'The namespace it means; $1 or {1} stand for groups of a regex_group.' })
  readonly target!: string;

  @Field(() => NamespaceAliasEffectObject, {
    nullable: true,
    description: 'What adding it did to spellings known already; only in the answer of addNamespaceAlias.',
  })
  readonly effect?: Recanonicalization;
}
