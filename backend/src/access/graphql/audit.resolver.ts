import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AuditService } from '../audit.service';
import type { AuditEntry, AuditFilter, AuditVerification } from '../domain/audit-entry';
import type { Page } from '../domain/page';
import { Requires } from '../guard/requires';
import { ActorObject, type ActorRef } from './actor.object';
import {
  AuditEntryConnectionObject,
  AuditEntryObject,
  AuditFilterInput,
  AuditVerificationObject,
} from './audit.object';

@Resolver(() => AuditEntryObject)
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query(() => AuditEntryConnectionObject, { name: 'auditEntries', description: 'Who did what, newest first.' })
  @Requires('audit:read')
  list(
    @Args('object', { type: () => String, nullable: true, description: 'Only this object, as in `asset:<id>`.' })
    object: string | null,
    @Args('actor', { type: () => String, nullable: true, description: 'Only this actor, as in `person:<id>`.' })
    actor: string | null,
    @Args('filter', { type: () => AuditFilterInput, nullable: true, description: 'More of it; all must hold.' })
    filter: AuditFilter | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<AuditEntry>> {
    const named = { ...(object ? { object: [object] } : {}), ...(actor ? { actor: [actor] } : {}) };
    return this.audit.list({ ...filter, ...named }, first, after);
  }

  @Query(() => AuditVerificationObject, {
    description: 'Checks every entry of the audit log against its chain: edits, deletions, swaps and cuts show.',
  })
  @Requires('audit:read')
  auditVerification(
    @Args('witness', {
      type: () => String,
      nullable: true,
      description: 'Head of an earlier check, kept elsewhere: the chain must still contain it.',
    })
    witness: string | null,
  ): Promise<AuditVerification> {
    return this.audit.verify(witness ?? null);
  }
  @ResolveField(() => ActorObject, { description: 'Who did it, with a name to read.' })
  by(@Parent() { actor }: AuditEntry): ActorRef {
    return { key: actor };
  }
}
