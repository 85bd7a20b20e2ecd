import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { CatalogService } from '../../catalog';
import { writing } from '../../database';
import { conflict, DomainError, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst } from '../../shared/paging';
import { textHash } from '../../shared/text-digest';
import { isUuid } from '../../shared/uuid';
import type { Notice } from '../domain/notification/notification';
import { checkWaiver, type WaiverToRequest } from '../domain/waiver/waiver-rule';
import { EvaluationService } from '../policy/evaluation.service';
import type { PageOf } from '../policy/policy.service';
import { refuseProgram } from '../separation-of-duties';
import { announce } from '../store/notification/outbox';
import { wantEvaluation } from '../store/policy/evaluation-state';
import {
  countWaivers,
  expireWaivers,
  findWaiver,
  insertWaiver,
  listWaivers,
  moveWaiver,
} from '../store/waiver/waivers';
import type { WaiverRow, WaiverSelection } from '../domain/waiver/waiver-record';

export interface WaiverDecision {
  readonly id: string;
  /** Waiver.contentHash of what was looked at. */
  readonly hash: string;
  readonly approve: boolean;
  readonly reason?: string | null | undefined;
}

/** Leave to break a policy for a while: asked for by one person, given by another, over at a set time. */
@Injectable()
export class WaiverService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly evaluations: EvaluationService,
  ) {}

  /** Latest first. @throws DomainError INVALID for a bad page */
  async list(selection: WaiverSelection, first: number, after: string | null): Promise<PageOf<WaiverRow>> {
    const limit = checkFirst(first);
    const before = decodeKeyset(after, ['string'])?.[0] ?? null;
    if (before !== null && !isUuid(String(before))) throw invalid('after: not a cursor of this list');
    const rows = await listWaivers(this.db, selection, before === null ? null : String(before), limit + 1);
    const nodes = rows.slice(0, limit);
    const last = nodes.at(-1);
    const endCursor = rows.length > limit && last ? encodeKeyset([last.id]) : null;
    return { total: await countWaivers(this.db, selection), nodes, endCursor };
  }

  /** @throws DomainError INVALID naming the rule: scope, reason, end; NOT_FOUND for the asset */
  async request(actor: Actor, wanted: WaiverToRequest): Promise<WaiverRow> {
    const said = checkWaiver(wanted, Date.now());
    const asset = said.assetId === null ? null : await this.catalog.getAsset(said.assetId);
    if (said.assetId !== null && !asset) throw notFound('asset', said.assetId);
    const hash = textHash(JSON.stringify(said));
    const id = await writing(this.db, async (tx) => {
      const row = {
        policy: said.policy,
        requirement: said.requirement,
        asset_id: asset?.internalId ?? null,
        column_path: said.column,
        reason: said.reason,
        conditions: said.conditions,
        content_hash: hash,
        requested_by: actorKey(actor),
        expires_at: said.expiresAt,
      };
      const made = await insertWaiver(tx, row);
      const after = { ...said, hash };
      await recordAudit(tx, { actor, action: 'waiver.request', object: `waiver:${made}`, after, reason: said.reason });
      const data = { id: made, ...said, requestedBy: actorKey(actor) };
      await announce(tx, { event: 'waiver.requested', key: `waiver:${made}:requested`, data });
      return made;
    });
    return this.known(id);
  }

  /**
   * Approves or rejects a request.
   *
   * @throws DomainError FORBIDDEN for who asked and for programs; CONFLICT when it is decided, over, or another text
   */
  async decide(actor: Actor, { id, hash, approve, reason }: WaiverDecision): Promise<WaiverRow> {
    refuseProgram(actor, 'decides on waivers');
    const waiver = await this.known(id);
    refuseOwnOrOver(actor, waiver);
    if (waiver.contentHash !== hash) throw conflict(`Waiver ${id}: is another than the one decided on`);
    const text = reason?.trim() ?? '';
    if (!approve && text === '') throw invalid(`Waiver ${id}: a rejection needs a reason`);
    return this.move(actor, waiver, 'REQUESTED', approve ? 'APPROVED' : 'REJECTED', text === '' ? null : text);
  }

  /** Ends one before its time: a request by who made it, an approved one by anybody who may decide. */
  async end(actor: Actor, id: string, reason: string): Promise<WaiverRow> {
    const waiver = await this.known(id);
    const isOwn = waiver.requestedBy === actorKey(actor);
    if (!isOwn && !actor.permissions.has('waiver:decide')) {
      throw new DomainError('FORBIDDEN', `Waiver ${id}: only who asked for it, or a steward, ends it`);
    }
    if (reason.trim() === '') throw invalid(`Waiver ${id}: ending it needs a reason`);
    if (waiver.status === 'REQUESTED') return this.move(actor, waiver, 'REQUESTED', 'WITHDRAWN', reason.trim());
    return this.move(actor, waiver, 'APPROVED', 'REVOKED', reason.trim());
  }

  /** Ends those whose time is over and has their violations reopened. */
  async expire(): Promise<void> {
    await writing(this.db, async (tx) => {
      const ended = await expireWaivers(tx);
      for (const { id, asset_id: assetId } of ended) {
        await recordAudit(tx, { actor: 'system', action: 'waiver.expire', object: `waiver:${id}` });
        await announce(tx, { event: 'waiver.ended', key: `waiver:${id}:expired`, data: { id, status: 'EXPIRED' } });
        await this.reconsider(tx, assetId);
      }
    });
  }

  private async move(
    actor: Actor,
    waiver: WaiverRow,
    from: 'REQUESTED' | 'APPROVED',
    to: 'APPROVED' | 'REJECTED' | 'WITHDRAWN' | 'REVOKED',
    reason: string | null,
  ): Promise<WaiverRow> {
    const { id } = waiver;
    await writing(this.db, async (tx) => {
      const isMoved = await moveWaiver(tx, { id, from, to, actor: actorKey(actor), reason });
      if (!isMoved) throw conflict(`Waiver ${id}: is ${waiver.status.toLowerCase()}, not ${from.toLowerCase()}`);
      const states = { before: { status: from }, after: { status: to, hash: waiver.contentHash } };
      await recordAudit(tx, { actor, action: `waiver.${to.toLowerCase()}`, object: `waiver:${id}`, ...states, reason });
      await announce(tx, noticeOf(waiver, to, actor, reason));
      if (to === 'APPROVED' || to === 'REVOKED') await this.reconsider(tx, waiver.assetId);
    });
    return this.known(id);
  }

  /** An asset at once; everything soon. */
  private async reconsider(tx: EntityManager, assetId: string | null): Promise<void> {
    if (assetId === null) await wantEvaluation(tx);
    else await this.evaluations.evaluateChanged(tx, [assetId]);
  }

  private async known(id: string): Promise<WaiverRow> {
    const waiver = isUuid(id) ? await findWaiver(this.db, id) : null;
    if (!waiver) throw notFound('waiver', id);
    return waiver;
  }
}

function noticeOf(waiver: WaiverRow, status: string, actor: Actor, reason: string | null): Notice {
  const event = ['APPROVED', 'REJECTED'].includes(status) ? 'waiver.decided' : 'waiver.ended';
  const { id, policy, requirement, column, expiresAt } = waiver;
  const data = { id, status, policy, requirement, column, expiresAt, by: actorKey(actor), reason };
  return { event, key: `waiver:${id}:${status.toLowerCase()}`, data };
}

/** Who asked does not decide, and nobody decides on what is over. */
function refuseOwnOrOver(actor: Actor, { id, requestedBy, expiresAt }: WaiverRow): void {
  if (requestedBy === actorKey(actor)) {
    throw new DomainError('FORBIDDEN', `Waiver ${id}: nobody decides on what they asked for themselves`);
  }
  if (expiresAt.getTime() <= Date.now()) throw conflict(`Waiver ${id}: its time is over`);
}
