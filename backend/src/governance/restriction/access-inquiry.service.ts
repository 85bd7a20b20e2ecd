import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { CatalogService } from '../../catalog';
import { writing } from '../../database';
import { conflict, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst } from '../../shared/paging';
import { withFullSight } from '../../shared/sight';
import { textHash } from '../../shared/text-digest';
import { isUuid } from '../../shared/uuid';
import { checkAccessRequest } from '../domain/access-request/access-request';
import type { AccessInquiryRow } from '../domain/restriction/restriction';
import { refuseProgram } from '../separation-of-duties';
import { findInquiry, insertInquiry, listInquiries } from '../store/restriction/inquiries';

export interface AccessToInquire {
  readonly namespace: string;
  readonly name: string;
  readonly purpose: string;
  readonly expiresAt: Date;
}

const LONGEST_NAME = 1_000;

/**
 * Access to what one may not know of, asked for by name. Whether there is such an asset is told by no answer, and by
 * none of its parts: it is looked up with everything in sight, and kept either way.
 */
@Injectable()
export class AccessInquiryService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** One's own, latest first. @throws DomainError INVALID for a bad page */
  async list(
    actor: Actor,
    first: number,
    after: string | null,
  ): Promise<{ nodes: readonly AccessInquiryRow[]; endCursor: string | null }> {
    const limit = checkFirst(first);
    const before = decodeKeyset(after, ['string'])?.[0] ?? null;
    if (before !== null && !isUuid(String(before))) throw invalid('after: not a cursor of this list');
    const page = before === null ? null : String(before);
    const rows = await withFullSight(() => listInquiries(this.db, actorKey(actor), page, limit + 1));
    const nodes = rows.slice(0, limit);
    const last = rows.length > limit ? nodes.at(-1) : undefined;
    return { nodes, endCursor: last ? encodeKeyset([last.id]) : null };
  }

  /** @throws DomainError INVALID naming the rule; CONFLICT when the caller has asked for this name already */
  async inquire(actor: Actor, wanted: AccessToInquire): Promise<AccessInquiryRow> {
    refuseProgram(actor, 'asks for access');
    const said = { ...checkAccessRequest(wanted, Date.now()), ...checkName(wanted) };
    return withFullSight(async () => {
      const asset = await this.catalog.findAsset(said.namespace, said.name);
      const id = await writing(this.db, (tx) => this.keep(tx, actor, said, asset));
      const inquiry = await findInquiry(this.db, actorKey(actor), id);
      if (!inquiry) throw notFound('access inquiry', id);
      return inquiry;
    });
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    said: Said,
    asset: { readonly id: string; readonly internalId: string } | null,
  ): Promise<string> {
    const { namespace, name, purpose, expiresAt } = said;
    const hash = textHash(JSON.stringify({ assetId: asset?.id ?? null, purpose, expiresAt }));
    const row = { namespace, name, purpose, content_hash: hash, requested_by: actorKey(actor), expires_at: expiresAt };
    const made = await insertInquiry(tx, asset?.internalId ?? null, row);
    if (made === null) throw conflict(`Access: you have asked for ${name.slice(0, 120)} already`);
    const object = `access:${made.requestId ?? made.id}`;
    const after = { namespace, name, expiresAt, hash };
    await recordAudit(tx, { actor, action: 'access.inquire', object, after, reason: purpose });
    return made.id;
  }
}

interface Said {
  readonly namespace: string;
  readonly name: string;
  readonly purpose: string;
  readonly expiresAt: string;
}

function checkName({ namespace, name }: AccessToInquire): { readonly namespace: string; readonly name: string } {
  const said = { namespace: namespace.trim(), name: name.trim() };
  for (const [field, text] of Object.entries(said)) {
    if (text === '' || text.length > LONGEST_NAME || text.includes('\0')) {
      throw invalid(`${field}: 1 to ${LONGEST_NAME} characters are needed`);
    }
  }
  return said;
}
