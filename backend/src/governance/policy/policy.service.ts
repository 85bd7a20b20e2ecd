import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { writing } from '../../database';
import { conflict, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { textHash } from '../../shared/text-digest';
import type { TextProblem } from '../../shared/yaml-text';
import { readPolicy, readPolicyOrRefuse } from '../policy-language/read-policy';
import {
  addVersion,
  countPolicies,
  findPolicy,
  insertPolicy,
  listPolicies,
  listPolicyNames,
  listVersions,
  lockPolicies,
  type PolicySelection,
} from '../store/policy/policies';
import type { PolicyRow, VersionRow } from '../domain/policy/policy-record';

/** One page of a list that is read by keyset. */
export interface PageOf<Item> {
  readonly total: number;
  readonly nodes: readonly Item[];
  readonly endCursor: string | null;
}

export interface PolicyToSave {
  readonly yaml: string;
  /** The latest version as the author saw it; null or absent: a new policy. */
  readonly basedOn?: number | null | undefined;
  readonly comment?: string | null | undefined;
}

const MAX_COMMENT = 2_000;

/** Reads and writes the texts of policies. Saving makes a draft; what is in force changes by submitting it. */
@Injectable()
export class PolicyService {
  constructor(private readonly db: EntityManager) {}

  /** In order of name. @throws DomainError INVALID for a bad page size or cursor */
  async list(selection: PolicySelection, first: number, after: string | null): Promise<PageOf<PolicyRow>> {
    const limit = checkFirst(first);
    const position = decodeKeyset(after, ['string']);
    const name = position === null ? null : String(position[0]);
    const rows = await listPolicies(this.db, selection, name, limit + 1);
    const nodes = rows.slice(0, limit);
    const last = nodes.at(-1);
    const endCursor = rows.length > limit && last ? encodeKeyset([last.name]) : null;
    return { total: await countPolicies(this.db, selection), nodes, endCursor };
  }

  /** By name, or null. */
  get(name: string): Promise<PolicyRow | null> {
    return findPolicy(this.db, name);
  }

  /** Latest first. @throws DomainError INVALID for a bad page size or cursor */
  async versions(policy: PolicyRow, first: number, after: string | null): Promise<PageOf<VersionRow>> {
    const limit = checkFirst(first);
    const before = decodeCursor(after);
    const rows = await listVersions(this.db, policy.name, before === null ? null : Number(before), limit + 1);
    const nodes = rows.slice(0, limit);
    const last = nodes.at(-1);
    const endCursor = rows.length > limit && last ? encodeCursor(String(last.version)) : null;
    return { total: policy.latestVersion, nodes, endCursor };
  }

  /** What is wrong with a text, and where; empty when nothing is. */
  problems(yaml: string): readonly TextProblem[] {
    const read = readPolicy(yaml);
    return read.ok ? [] : read.problems;
  }

  /**
   * Saves a text as the next version, a draft; earlier drafts and submissions of the policy are withdrawn.
   *
   * @throws DomainError INVALID with `details.problems` by line; CONFLICT when somebody else saved in between or the
   * name is taken; NOT_FOUND
   */
  async save(actor: Actor, { yaml, basedOn, comment }: PolicyToSave): Promise<PolicyRow> {
    const policy = readPolicyOrRefuse(yaml);
    const version = { policy, yaml, hash: textHash(yaml), author: actorKey(actor), comment: checkedComment(comment) };
    await writing(this.db, async (tx) => {
      await lockPolicies(tx);
      const number = await this.write(tx, version, basedOn ?? null);
      const after = { version: number, mode: policy.mode, hash: version.hash };
      const before = number === 1 ? null : { version: number - 1 };
      const reason = version.comment;
      await recordAudit(tx, { actor, action: 'policy.save', object: `policy:${policy.name}`, before, after, reason });
    });
    const saved = await this.get(policy.name);
    if (!saved) throw notFound('policy', policy.name);
    return saved;
  }

  private async write(
    tx: EntityManager,
    version: Parameters<typeof addVersion>[1],
    basedOn: number | null,
  ): Promise<number> {
    const { name } = version.policy;
    const isKnown = (await listPolicyNames(tx)).includes(name);
    if (!isKnown && basedOn !== null) throw notFound('policy', name);
    if (!isKnown) {
      await insertPolicy(tx, { ...version, isShipped: false });
      return 1;
    }
    if (basedOn === null) throw conflict(`Policy ${name}: there is one of this name; say which version you changed`);
    const number = await addVersion(tx, version, basedOn);
    if (number !== null) return number;
    const latest = (await findPolicy(tx, name))?.latestVersion;
    throw conflict(`Policy ${name}: somebody saved version ${latest ?? '?'} after your version ${basedOn}`, { latest });
  }
}

function checkedComment(comment: string | null | undefined): string | null {
  const text = comment?.trim() ?? '';
  if (text.length > MAX_COMMENT) throw invalid(`Comment: has more than ${MAX_COMMENT} characters`);
  return text === '' ? null : text;
}
