import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { writing } from '../../database';
import { conflict, DomainError, invalid, notFound } from '../../shared/errors';
import { needsApproval } from '../domain/policy/approval-rule';
import { announce } from '../store/notification/outbox';
import { wantEvaluation } from '../store/policy/evaluation-state';
import {
  activatePolicy,
  decideVersion,
  findPolicy,
  lockPolicy,
  retirePolicy,
  type LockedPolicy,
} from '../store/policy/policies';
import { refuseProgram } from '../separation-of-duties';
import type { PolicyRow } from '../domain/policy/policy-record';

export interface PolicyDecision {
  readonly name: string;
  readonly version: number;
  /** Of the text that was looked at: an approval is of this text and no other. */
  readonly hash: string;
  readonly approve: boolean;
  readonly reason?: string | null | undefined;
}

/** Brings drafts into force: what is enforced needs a second person, who approves one text by its hash. */
@Injectable()
export class PolicyApprovalService {
  constructor(private readonly db: EntityManager) {}

  /**
   * Proposes the latest version. Where no second person is needed it is in force at once.
   *
   * @throws DomainError NOT_FOUND; CONFLICT when it is not a draft or not the latest
   */
  submit(actor: Actor, name: string, version: number): Promise<PolicyRow> {
    return this.change(name, version, async (tx, policy) => {
      if (policy.status !== 'DRAFT')
        throw conflict(`Policy ${name} version ${version}: is ${words(policy)}, not a draft`);
      await decideVersion(tx, policy, { status: 'SUBMITTED', actor: actorKey(actor), reason: null });
      await this.audit(tx, actor, 'policy.submit', policy, null);
      if (needsApproval({ mode: policy.mode, activeMode: policy.active_mode })) return;
      await this.bringIntoForce(tx, actor, policy, 'No second person is needed for this mode');
    });
  }

  /**
   * Approves or rejects what was submitted.
   *
   * @throws DomainError FORBIDDEN for its author or submitter, and for programs; CONFLICT when it is not waiting, or
   * another text is; INVALID for a rejection without a reason
   */
  decide(actor: Actor, decision: PolicyDecision): Promise<PolicyRow> {
    refuseProgram(actor, 'decides on policies');
    const { name, version, approve } = decision;
    const reason = decision.reason?.trim() ?? '';
    if (!approve && reason === '') throw invalid(`Policy ${name}: a rejection needs a reason`);
    return this.change(name, version, async (tx, policy) => {
      this.refuseOwnWork(actor, policy);
      if (policy.status !== 'SUBMITTED')
        throw conflict(`Policy ${name} version ${version}: is ${words(policy)}, not submitted`);
      if (policy.hash !== decision.hash)
        throw conflict(`Policy ${name} version ${version}: is another text than the one decided on`);
      if (approve) return this.bringIntoForce(tx, actor, policy, reason === '' ? null : reason);
      await decideVersion(tx, policy, { status: 'REJECTED', actor: actorKey(actor), reason });
      await this.audit(tx, actor, 'policy.reject', policy, reason);
    });
  }

  /**
   * Takes a policy out of force; its violations are resolved by the next evaluation. An enforced one first has to be
   * changed to another mode, which a second person approves.
   *
   * @throws DomainError NOT_FOUND; CONFLICT while it is enforced
   */
  async retire(actor: Actor, name: string, reason: string): Promise<PolicyRow> {
    if (reason.trim() === '') throw invalid(`Policy ${name}: retiring it needs a reason`);
    await writing(this.db, async (tx) => {
      const policy = await this.locked(tx, name);
      if (policy.active_mode === 'enforce') {
        throw conflict(`Policy ${name}: is enforced; have its mode changed first, which a second person approves`);
      }
      await retirePolicy(tx, policy);
      await wantEvaluation(tx);
      await this.audit(tx, actor, 'policy.retire', policy, reason.trim());
    });
    return this.shown(name);
  }

  private async change(
    name: string,
    version: number,
    work: (tx: EntityManager, policy: LockedPolicy) => Promise<void>,
  ): Promise<PolicyRow> {
    await writing(this.db, async (tx) => {
      const policy = await this.locked(tx, name);
      if (policy.latest_version !== version) {
        throw conflict(`Policy ${name}: version ${version} is not the latest, ${policy.latest_version} is`);
      }
      await work(tx, policy);
    });
    return this.shown(name);
  }

  private async bringIntoForce(
    tx: EntityManager,
    actor: Actor,
    policy: LockedPolicy,
    reason: string | null,
  ): Promise<void> {
    await decideVersion(tx, policy, { status: 'APPROVED', actor: actorKey(actor), reason });
    await activatePolicy(tx, policy);
    await wantEvaluation(tx);
    await this.audit(tx, actor, 'policy.approve', policy, reason);
  }

  private refuseOwnWork(actor: Actor, policy: LockedPolicy): void {
    if (![policy.author, policy.submitted_by].includes(actorKey(actor))) return;
    throw new DomainError(
      'FORBIDDEN',
      `Policy ${policy.name}: nobody decides on what they wrote or submitted themselves`,
    );
  }

  private async audit(
    tx: EntityManager,
    actor: Actor,
    action: string,
    policy: LockedPolicy,
    reason: string | null,
  ): Promise<void> {
    const before = { active: policy.active_version, mode: policy.active_mode };
    const after = { version: policy.latest_version, mode: policy.mode, hash: policy.hash };
    await recordAudit(tx, { actor, action, object: `policy:${policy.name}`, before, after, reason });
    const event = action === 'policy.submit' ? 'policy.submitted' : 'policy.decided';
    const data = { policy: policy.name, action, ...after, by: actorKey(actor), reason };
    await announce(tx, { event, key: `${action}:${policy.name}:${policy.latest_version}`, data });
  }

  private async locked(tx: EntityManager, name: string): Promise<LockedPolicy> {
    const policy = await lockPolicy(tx, name);
    if (!policy) throw notFound('policy', name);
    return policy;
  }

  private async shown(name: string): Promise<PolicyRow> {
    const policy = await findPolicy(this.db, name);
    if (!policy) throw notFound('policy', name);
    return policy;
  }
}

const words = ({ status }: LockedPolicy): string => status.toLowerCase();
