import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { AccessInquiryRow } from '../../domain/restriction/restriction';

const INSERT = loadSql(__dirname, 'queries/insert-inquiry.sql');
const LIST = loadSql(__dirname, 'queries/list-inquiries.sql');

/** Keeps an inquiry; null when the same person has asked for the same name already. `assetId` null: no such asset. */
export async function insertInquiry(
  tx: EntityManager,
  assetId: string | null,
  said: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly requestId: string | null } | null> {
  const rows = await tx.query<{ id: string; request_id: string | null }[]>(INSERT, [assetId, JSON.stringify(said)]);
  const [row] = rows;
  return row ? { id: row.id, requestId: row.request_id } : null;
}

/** A person's own, latest first, below id `before`. */
export function listInquiries(
  db: EntityManager,
  requestedBy: string,
  before: string | null,
  first: number,
): Promise<AccessInquiryRow[]> {
  return db.query<AccessInquiryRow[]>(LIST, [requestedBy, before, first, null]);
}

/** One of a person's own, by id. */
export async function findInquiry(
  db: EntityManager,
  requestedBy: string,
  id: string,
): Promise<AccessInquiryRow | null> {
  const [row] = await db.query<AccessInquiryRow[]>(LIST, [requestedBy, null, 1, id]);
  return row ?? null;
}
