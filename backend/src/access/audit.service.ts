import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { allowLongStatements } from '../database';
import { invalid } from '../shared/errors';
import { checkFirst, decodeCursor, encodeCursor } from '../shared/paging';
import type { AuditEntry, AuditFilter, AuditVerification } from './domain/audit-entry';
import { pageOf, type Page } from './domain/page';
import { countAudit, findAuditProblems, listAudit, readAuditHead } from './store/audit';

const WITNESS = /^(\d{1,18}):([0-9a-f]{64})$/;
/** Entries read together by an export. */
const BATCH = 1_000;

/** Who did what, and whether it is still as it was written. */
@Injectable()
export class AuditService {
  constructor(private readonly db: EntityManager) {}

  /** Newest first. @throws DomainError INVALID for a bad page size or cursor */
  async list(filter: AuditFilter, first: number, after: string | null): Promise<Page<AuditEntry>> {
    const rows = await listAudit(this.db, filter, decodeCursor(after), checkFirst(first) + 1);
    return pageOf(await countAudit(this.db, filter), rows, first, (last) => encodeCursor(last.id) ?? '');
  }

  /** All that fit, newest first, in batches: as they were when it began, but for what is younger. */
  async *all(filter: AuditFilter, signal: AbortSignal): AsyncGenerator<readonly AuditEntry[], void> {
    for (let before: string | null = null; ;) {
      signal.throwIfAborted();
      const rows: AuditEntry[] = await listAudit(this.db, filter, before, BATCH);
      if (rows.length > 0) yield rows;
      before = rows.at(-1)?.id ?? null;
      if (rows.length < BATCH || before === null) return;
    }
  }

  /**
   * Checks the whole chain, some 100,000 entries a second.
   *
   * `witness`: a head of an earlier check (`position:hash`) that the chain must still contain.
   *
   * @throws DomainError INVALID for a witness that is none
   */
  async verify(witness: string | null): Promise<AuditVerification> {
    const [, position, hash] = witness === null ? [] : (WITNESS.exec(witness.trim()) ?? []);
    if (witness !== null && (position === undefined || hash === undefined)) {
      throw invalid('witness: not the head of an earlier check, as in 1200:9f86d0…');
    }
    return this.db.transaction('REPEATABLE READ', async (tx) => {
      await allowLongStatements(tx);
      const kept = position !== undefined && hash !== undefined && position !== '0' ? { position, hash } : null;
      const problems = await findAuditProblems(tx, kept);
      const head = await readAuditHead(tx);
      return {
        isIntact: problems.length === 0,
        entries: head.entries,
        head: `${head.position}:${head.hash}`,
        problems,
      };
    });
  }
}
