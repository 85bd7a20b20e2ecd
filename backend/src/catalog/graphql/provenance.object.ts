import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { AssetSource, Fact, FactClaim, Identifier } from '../domain/provenance';

@ObjectType('FactAlternative', { description: 'What another source says instead.' })
export class FactAlternativeObject implements FactClaim {
  @Field(() => JsonScalar, { nullable: true, description: 'The value as that source gives it.' })
  readonly value!: unknown;

  @Field(() => String, { description: 'Who says so, for people.' })
  readonly source!: string;

  @Field(() => String, { description: 'person, token, dbt, openlineage …: decides who is believed.' })
  readonly sourceKind!: string;

  @Field(() => GraphQLISODateTime, { description: 'When the evidence was made.' })
  readonly observedAt!: Date;
}

@ObjectType('Fact', { description: 'One shown field of an asset: where it comes from, and who says otherwise.' })
export class FactObject extends FactAlternativeObject implements Fact {
  @Field(() => String, { description: 'The field of Asset: description, owner, tags …' })
  readonly field!: string;

  @Field(() => [FactAlternativeObject], { description: 'Strongest first; empty when one source speaks of it.' })
  readonly alternatives!: readonly FactClaim[];
}

@ObjectType('Identifier', { description: 'A spelling that finds an asset, and why it does.' })
export class IdentifierObject implements Identifier {
  @Field(() => String, { description: 'Canonical namespace of the spelling.' })
  readonly namespace!: string;

  @Field(() => String, { description: 'Canonical name of the spelling.' })
  readonly name!: string;

  @Field(() => String, { description: 'PRIMARY (one each), ALIAS or SYMLINK.' })
  readonly role!: string;

  @Field(() => String, {
    description: 'Why it names this asset, in words: the same name in other case; merged by Ana: same table.',
  })
  readonly reason!: string;

  @Field(() => String, { description: 'Namespace as the source wrote it.' })
  readonly rawNamespace!: string;

  @Field(() => String, { description: 'Name as the source wrote it.' })
  readonly rawName!: string;

  @Field(() => String, { nullable: true, description: 'Who first used it, for people; null when that is not known.' })
  readonly source!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was first used.' })
  readonly firstSeen!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was last used.' })
  readonly lastSeen!: Date;
}

@ObjectType('AssetSource', { description: 'A source that describes an asset.' })
export class AssetSourceObject implements AssetSource {
  @Field(() => String, { description: 'dbt, openlineage, person, token …' })
  readonly kind!: string;

  @Field(() => String, { description: 'dbt project, producer, id of a person or token.' })
  readonly name!: string;

  @Field(() => String, { description: 'For people: dbt project jaffle_shop.' })
  readonly label!: string;

  @Field(() => String, { description: "The asset's key in that source: dbt:<project>/<unique_id>." })
  readonly key!: string;

  @Field(() => GraphQLISODateTime, { description: 'When its evidence was made.' })
  readonly observedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the catalog took it in.' })
  readonly recordedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The delivery that brought it; null for what people said.' })
  readonly deliveryId!: string | null;
}
