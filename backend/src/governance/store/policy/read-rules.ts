import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { ActiveWaiver } from '../../domain/policy/waiver';

const POLICIES = loadSql(__dirname, 'queries/active-policies.sql');
const WAIVERS = loadSql(__dirname, 'queries/active-waivers.sql');
const WAIVERS_AS_OF = loadSql(__dirname, 'queries/waivers-as-of.sql');

export interface ActivePolicyRow {
  readonly name: string;
  readonly yaml: string;
  readonly hash: string;
  readonly version: number;
}

/** The policies in force, in order of name. */
export function readActivePolicies(db: EntityManager): Promise<ActivePolicyRow[]> {
  return db.query<ActivePolicyRow[]>(POLICIES);
}

interface WaiverRow {
  readonly id: string;
  readonly policy: string | null;
  readonly requirement: string | null;
  readonly asset_id: string | null;
  readonly column_path: string | null;
  readonly expires_at: Date;
}

/** Waivers that let something pass now. */
export async function readActiveWaivers(db: EntityManager): Promise<ActiveWaiver[]> {
  return (await db.query<WaiverRow[]>(WAIVERS)).map(waiverOf);
}

/** Waivers that let something pass at a moment in the past. */
export async function readWaiversAsOf(db: EntityManager, at: Date): Promise<ActiveWaiver[]> {
  return (await db.query<WaiverRow[]>(WAIVERS_AS_OF, [at])).map(waiverOf);
}

const waiverOf = (row: WaiverRow): ActiveWaiver => ({
  id: row.id,
  policy: row.policy,
  requirement: row.requirement,
  assetId: row.asset_id,
  column: row.column_path,
  expiresAt: row.expires_at.getTime(),
});
