import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { checkFirst, decodeCursor, encodeCursor } from '../shared/paging';
import type { AuditEntry } from './domain/audit-entry';
import { pageOf, type Page } from './domain/page';
import { countAudit, listAudit, type AuditFilter } from './store/audit';

/** Who did what. */
@Injectable()
export class AuditService {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. @throws DomainError INVALID for a bad page size or cursor */
  async list(filter: AuditFilter, first: number, after: string | null): Promise<Page<AuditEntry>> {
    const rows = await listAudit(this.db, filter, decodeCursor(after), checkFirst(first) + 1);
    return pageOf(await countAudit(this.db, filter), rows, first, (last) => encodeCursor(last.id) ?? '');
  }
}
