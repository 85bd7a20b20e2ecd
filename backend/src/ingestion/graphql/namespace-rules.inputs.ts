import { Field, ID, InputType } from '@nestjs/graphql';
import type { NamespaceAliasInput, UpdateNamespaceInput } from '../namespace-rules.service';

@InputType('NamespaceAliasInput', { description: 'Another spelling of a namespace.' })
export class NamespaceAliasInputObject implements NamespaceAliasInput {
  @Field(() => String, {
    description:
      'exact: pattern is a namespace. host_list: pattern is hosts, separated by commas. regex: pattern matches the whole ' +
      'namespace (RE2 syntax). regex_group: as regex, and $1 or {1} in target stand for its groups.',
  })
  readonly kind!: string;

  @Field(() => String, { description: 'What sources write.' })
  readonly pattern!: string;

  @Field(() => String, { description: 'What it means; may name a database: postgres://db:5432/shop.' })
  readonly target!: string;
}

@InputType('UpdateNamespaceInput', {
  description: 'Settings of a namespace. Absent leaves one as it is; null clears it.',
})
export class UpdateNamespaceInputObject implements UpdateNamespaceInput {
  @Field(() => ID, { description: 'The namespace.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'production, staging …' })
  readonly environment?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it runs.' })
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: 'Completes names that leave out their database.' })
  readonly defaultDatabase?: string | null;

  @Field(() => String, { nullable: true, description: 'Completes names that leave out their schema.' })
  readonly defaultSchema?: string | null;

  @Field(() => String, { nullable: true, description: 'platform, lower or sensitive.' })
  readonly casePolicy?: string | null;

  @Field(() => String, { nullable: true, description: 'Person or team that answers for it.' })
  readonly owner?: string | null;
}
