import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { PolicyMode, Severity } from '../../domain/policy/policy';
import type { PolicyRow, VersionRow, VersionStatus } from '../../domain/policy/policy-record';

const INSERT = loadSql(__dirname, 'queries/insert-policy.sql');
const ADD_VERSION = loadSql(__dirname, 'queries/add-policy-version.sql');
const LIST = loadSql(__dirname, 'queries/list-policies.sql');
const COUNT = loadSql(__dirname, 'queries/count-policies.sql');
const VERSIONS = loadSql(__dirname, 'queries/list-policy-versions.sql');
const LOCK = loadSql(__dirname, 'queries/lock-policy.sql');
const DECIDE = loadSql(__dirname, 'queries/decide-version.sql');
/** Making policies waits for one another: two backends that start at once install the pack once. */
const POLICIES_LOCK = 7_261_940_322;

/** What a version is made of. */
export interface VersionToAdd {
  readonly policy: {
    readonly name: string;
    readonly title: string;
    readonly mode: PolicyMode;
    readonly severity: Severity;
    readonly priority: number;
    readonly standard: string | null;
    readonly owner: string | null;
    readonly description: string | null;
  };
  readonly yaml: string;
  readonly hash: string;
  /** As in the audit log. */
  readonly author: string;
  readonly comment?: string | null;
}

export interface LockedPolicy {
  readonly id: string;
  readonly name: string;
  readonly latest_version: number;
  readonly active_version: number | null;
  readonly active_mode: PolicyMode | null;
  readonly retired_at: Date | null;
  readonly yaml: string;
  readonly hash: string;
  readonly mode: PolicyMode;
  readonly status: VersionStatus;
  readonly author: string;
  readonly submitted_by: string | null;
}

export interface PolicySelection {
  readonly modes: readonly string[] | null;
  readonly states: readonly string[] | null;
}

/** Makes those who add policies wait for one another until the transaction ends. */
export async function lockPolicies(tx: EntityManager): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [POLICIES_LOCK]);
}

/** Names of all policies, retired ones too. */
export async function listPolicyNames(db: EntityManager): Promise<string[]> {
  return (await db.query<{ name: string }[]>('select name from policy')).map(({ name }) => name);
}

/** Adds a policy; what is shipped is in force at once, everything else a draft. */
export async function insertPolicy(tx: EntityManager, version: VersionToAdd & { isShipped: boolean }): Promise<void> {
  await tx.query(INSERT, [version.policy.name, version.isShipped, JSON.stringify(rowOf(version))]);
}

/** Adds a draft; null when somebody saved after version `basedOn`, or there is no such policy. */
export async function addVersion(tx: EntityManager, version: VersionToAdd, basedOn: number): Promise<number | null> {
  const [row] = await tx.query<{ version: number }[]>(ADD_VERSION, [
    version.policy.name,
    basedOn,
    JSON.stringify(rowOf(version)),
  ]);
  return row?.version ?? null;
}

function rowOf({ policy, yaml, hash, author, comment }: VersionToAdd): object {
  const { title, mode, severity, priority, standard, owner, description } = policy;
  return { yaml, hash, title, mode, severity, priority, standard, owner, description, comment, author };
}

/** In order of name. */
export function listPolicies(
  db: EntityManager,
  { modes, states }: PolicySelection,
  after: string | null,
  first: number,
): Promise<PolicyRow[]> {
  return db.query<PolicyRow[]>(LIST, [modes, states, null, after, first]);
}

/** All that fit. */
export async function countPolicies(db: EntityManager, { modes, states }: PolicySelection): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(COUNT, [modes, states]);
  return row?.count ?? 0;
}

/** One by name, or null. */
export async function findPolicy(db: EntityManager, name: string): Promise<PolicyRow | null> {
  const [row] = await db.query<PolicyRow[]>(LIST, [null, null, name, null, 1]);
  return row ?? null;
}

/** Latest first, below version `before`. */
export function listVersions(
  db: EntityManager,
  name: string,
  before: number | null,
  first: number,
): Promise<VersionRow[]> {
  return db.query<VersionRow[]>(VERSIONS, [name, before, first]);
}

/** Holds a policy until the transaction ends; null when there is none. */
export async function lockPolicy(tx: EntityManager, name: string): Promise<LockedPolicy | null> {
  const [row] = await tx.query<LockedPolicy[]>(LOCK, [name]);
  return row ?? null;
}

/** Moves the latest version on. */
export async function decideVersion(
  tx: EntityManager,
  policy: LockedPolicy,
  decision: { status: VersionStatus; actor: string; reason: string | null },
): Promise<void> {
  await tx.query(DECIDE, [policy.id, policy.latest_version, decision.status, decision.actor, decision.reason]);
}

/** Puts the latest version into force. */
export async function activatePolicy(tx: EntityManager, policy: LockedPolicy): Promise<void> {
  await tx.query(
    'update policy set active_version = latest_version, retired_at = null, updated_at = now() where id = $1',
    [policy.id],
  );
}

/** Takes a policy out of force; its versions stay. */
export async function retirePolicy(tx: EntityManager, policy: LockedPolicy): Promise<void> {
  await tx.query('update policy set active_version = null, retired_at = now(), updated_at = now() where id = $1', [
    policy.id,
  ]);
}
