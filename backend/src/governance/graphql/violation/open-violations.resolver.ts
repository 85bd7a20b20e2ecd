import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../access';
import { AssetObject, type Asset } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import type { OpenViolations } from '../../domain/violation/violation-record';
import { ViolationService } from '../../violation/violation.service';

@ObjectType('OpenViolations', { description: 'Violations of an asset that are neither resolved nor waived.' })
export class OpenViolationsObject implements OpenViolations {
  @Field(() => Int, { description: 'How many.' })
  readonly total!: number;

  @Field(() => String, { description: 'The highest severity among them: error, warning or info.' })
  readonly worst!: OpenViolations['worst'];
}

/** How many policies an asset breaks; one query for all assets of a reply. */
@Resolver(() => AssetObject)
export class OpenViolationsResolver {
  private readonly openOf = perRequest<OpenViolations | null>((ids) => this.findings.countOpen(ids), null);

  constructor(private readonly findings: ViolationService) {}

  @ResolveField(() => OpenViolationsObject, {
    nullable: true,
    description: 'Violations that are neither resolved nor waived; null without any, and for who may not see them.',
  })
  openViolations(
    @Parent() asset: Asset,
    @Context() context: object,
    @CurrentActor() actor: Actor,
  ): Promise<OpenViolations | null> | null {
    return actor.permissions.has('governance:read') ? this.openOf(context).load(asset.internalId) : null;
  }
}
