import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { CatalogService, type Asset } from '../../catalog';
import { writing } from '../../database';
import { conflict, DomainError, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst } from '../../shared/paging';
import { textHash } from '../../shared/text-digest';
import { isUuid } from '../../shared/uuid';
import {
  checkAccessRequest,
  type AccessRequestRow,
  type AccessSelection,
  type AccessStatus,
} from '../domain/access-request/access-request';
import type { PageOf } from '../policy/policy.service';
import { announce } from '../store/notification/outbox';
import { refuseProgram } from '../separation-of-duties';
import {
  countAccessRequests,
  expireAccessRequests,
  findAccessRequest,
  insertAccessRequest,
  listAccessRequests,
  moveAccessRequest,
  spellingsOfPerson,
} from '../store/access-request/access-requests';

export interface AccessToRequest {
  readonly assetId: string;
  readonly purpose: string;
  readonly expiresAt: Date;
}

export interface AccessDecision {
  readonly id: string;
  /** AccessRequest.contentHash of what was looked at. */
  readonly hash: string;
  readonly approve: boolean;
  readonly reason?: string | null | undefined;
}

/** Which requests; `isMine`: asked for by the caller; `isMineToDecide`: about what the caller owns, or any for stewards. */
export interface AccessFilter {
  readonly status?: readonly AccessStatus[] | null;
  readonly assetId?: string | null;
  readonly isMine?: boolean | null;
  readonly isMineToDecide?: boolean | null;
}

/** Access to what assets hold: asked for by one person, given by the owner or a steward, over at a set time. */
@Injectable()
export class AccessRequestService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** Latest first; who may not decide on all sees their own and those about what they own. */
  async list(
    actor: Actor,
    filter: AccessFilter,
    first: number,
    after: string | null,
  ): Promise<PageOf<AccessRequestRow>> {
    const limit = checkFirst(first);
    const before = idIn(after);
    const selection = await this.select(actor, filter);
    if (!selection) return { total: 0, nodes: [], endCursor: null };
    const rows = await listAccessRequests(this.db, selection, before, limit + 1);
    const nodes = rows.slice(0, limit);
    const last = rows.length > limit ? nodes.at(-1) : undefined;
    const endCursor = last ? encodeKeyset([last.id]) : null;
    return { total: await countAccessRequests(this.db, selection), nodes, endCursor };
  }

  /** @throws DomainError INVALID naming the rule; NOT_FOUND for the asset; CONFLICT when one is open or granted */
  async request(actor: Actor, wanted: AccessToRequest): Promise<AccessRequestRow> {
    refuseProgram(actor, 'asks for access');
    const said = checkAccessRequest(wanted, Date.now());
    const asset = await this.catalog.getAsset(wanted.assetId);
    if (!asset) throw notFound('asset', wanted.assetId);
    const hash = textHash(JSON.stringify({ assetId: asset.id, ...said }));
    const id = await writing(this.db, async (tx) => {
      const row = { purpose: said.purpose, expires_at: said.expiresAt, asset_id: asset.internalId };
      const made = await insertAccessRequest(tx, { ...row, content_hash: hash, requested_by: actorKey(actor) });
      if (made === null) throw conflict(`Asset ${asset.name}: you have asked for access already, or have it`);
      const after = { assetId: asset.id, ...said, hash };
      await recordAudit(tx, { actor, action: 'access.request', object: `access:${made}`, after, reason: said.purpose });
      const data = { id: made, asset: { id: asset.id, name: asset.name }, ...said, requestedBy: actorKey(actor) };
      await announce(tx, { event: 'access.requested', key: `access:${made}:requested`, data });
      return made;
    });
    return this.known(id);
  }

  /**
   * Grants or refuses.
   *
   * @throws DomainError FORBIDDEN for programs, for who asked, and for who is neither owner nor steward; CONFLICT when it
   * is decided, over, or another than looked at
   */
  async decide(actor: Actor, { id, hash, approve, reason }: AccessDecision): Promise<AccessRequestRow> {
    refuseProgram(actor, 'decides on access');
    const request = await this.known(id);
    refuseOwnOrOther(actor, request, hash);
    await this.refuseStranger(actor, request);
    const text = reason?.trim() ?? '';
    if (!approve && text === '') throw invalid(`Access request ${id}: a refusal needs a reason`);
    return this.move(actor, request, {
      from: 'REQUESTED',
      to: approve ? 'APPROVED' : 'REJECTED',
      reason: text || null,
    });
  }

  /** Withdraws one's own request, or takes access back before its time. @throws DomainError FORBIDDEN, INVALID, CONFLICT */
  async end(actor: Actor, id: string, reason: string): Promise<AccessRequestRow> {
    const request = await this.known(id);
    const isOwn = request.requestedBy === actorKey(actor);
    if (!isOwn) await this.refuseStranger(actor, request);
    if (reason.trim() === '') throw invalid(`Access request ${id}: ending it needs a reason`);
    const [from, to] =
      request.status === 'REQUESTED' ? (['REQUESTED', 'WITHDRAWN'] as const) : (['APPROVED', 'REVOKED'] as const);
    return this.move(actor, request, { from, to, reason: reason.trim() });
  }

  /** Ends what is over. */
  async expire(): Promise<void> {
    await writing(this.db, async (tx) => {
      for (const id of await expireAccessRequests(tx)) {
        await recordAudit(tx, { actor: 'system', action: 'access.expire', object: `access:${id}` });
        await announce(tx, { event: 'access.ended', key: `access:${id}:expired`, data: { id, status: 'EXPIRED' } });
      }
    });
  }

  /** Whether somebody may decide on access to an asset: a steward, or its owner. */
  async mayDecide(actor: Actor, asset: Asset): Promise<boolean> {
    if (actor.permissions.has('access:decide')) return true;
    const owner = asset.owner?.toLowerCase() ?? null;
    return owner !== null && (await this.spellings(actor)).includes(owner);
  }

  private async refuseStranger(actor: Actor, request: AccessRequestRow): Promise<void> {
    const [asset] = await this.catalog.getAssets([request.assetId]);
    if (asset && (await this.mayDecide(actor, asset))) return;
    throw new DomainError('FORBIDDEN', `Access request ${request.id}: the owner of the asset or a steward decides`);
  }

  private spellings(actor: Actor): Promise<string[]> {
    return actor.kind === 'person' ? spellingsOfPerson(this.db, actor.id) : Promise.resolve([]);
  }

  private async select(actor: Actor, filter: AccessFilter): Promise<AccessSelection | null> {
    const asset = filter.assetId ? await this.catalog.getAsset(filter.assetId) : null;
    if (filter.assetId && !asset) return null;
    const statuses = filter.status?.length ? filter.status : null;
    const own = await this.ownPart(actor, filter);
    return { statuses, assetId: asset?.internalId ?? null, requestedBy: null, owners: null, until: null, ...own };
  }

  /** Of all that there is what the caller may see, and asks for. */
  private async ownPart(actor: Actor, filter: AccessFilter): Promise<Partial<AccessSelection>> {
    const mayDecideOnAll = actor.permissions.has('access:decide');
    if (filter.isMine === true) return { requestedBy: actorKey(actor) };
    if (mayDecideOnAll) return {};
    return filter.isMineToDecide === true ? { owners: await this.spellings(actor) } : { requestedBy: actorKey(actor) };
  }

  private async move(
    actor: Actor,
    request: AccessRequestRow,
    { from, to, reason }: { from: AccessStatus; to: AccessStatus; reason: string | null },
  ): Promise<AccessRequestRow> {
    const { id } = request;
    await writing(this.db, async (tx) => {
      const isMoved = await moveAccessRequest(tx, { id, from, to, actor: actorKey(actor), reason });
      if (!isMoved) throw conflict(`Access request ${id}: is ${request.status.toLowerCase()}, or its time is over`);
      const states = { before: { status: from }, after: { status: to, hash: request.contentHash } };
      await recordAudit(tx, { actor, action: `access.${to.toLowerCase()}`, object: `access:${id}`, ...states, reason });
      const event = ['APPROVED', 'REJECTED'].includes(to) ? 'access.decided' : 'access.ended';
      const data = { id, status: to, by: actorKey(actor), reason };
      await announce(tx, { event, key: `access:${id}:${to.toLowerCase()}`, data });
    });
    return this.known(id);
  }

  private async known(id: string): Promise<AccessRequestRow> {
    const request = isUuid(id) ? await findAccessRequest(this.db, id) : null;
    if (!request) throw notFound('access request', id);
    return request;
  }
}

/** @throws DomainError INVALID for a cursor of another list */
function idIn(after: string | null): string | null {
  const id = decodeKeyset(after, ['string'])?.[0] ?? null;
  if (id !== null && !isUuid(String(id))) throw invalid('after: not a cursor of this list');
  return id === null ? null : String(id);
}

/** Who asked does not decide, and a decision is of what was looked at. */
function refuseOwnOrOther(actor: Actor, { id, requestedBy, contentHash }: AccessRequestRow, hash: string): void {
  if (requestedBy === actorKey(actor)) {
    throw new DomainError('FORBIDDEN', `Access request ${id}: nobody decides on what they asked for themselves`);
  }
  if (contentHash !== hash) throw conflict(`Access request ${id}: is another than the one decided on`);
}
