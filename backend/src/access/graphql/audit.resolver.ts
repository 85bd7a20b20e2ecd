import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { AuditService } from '../audit.service';
import type { AuditEntry } from '../domain/audit-entry';
import type { Page } from '../domain/page';
import { Requires } from '../guard/requires';
import { AuditEntryConnectionObject, AuditEntryObject } from './audit.object';

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
    @Args('first', { type: () => Int, defaultValue: 50, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<Page<AuditEntry>> {
    return this.audit.list({ object: object ?? null, actor: actor ?? null }, first, after);
  }
}
