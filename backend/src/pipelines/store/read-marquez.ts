import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database/load-sql';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const NAMESPACES = query('marquez-namespaces');
const JOBS = query('marquez-jobs');
const DATASETS = query('marquez-datasets');
const EVENTS = query('marquez-events');

/** Which part of a list; `offset` from 0. */
interface Slice {
  readonly limit: number;
  readonly offset: number;
}

export interface NamespaceRow {
  readonly name: string;
  readonly owner: string | null;
  readonly created_at: Date;
}

/** Namespaces of jobs and datasets, in order of name; `name`: only that one. */
export function listNamespaces(db: EntityManager, name: string | null, slice: Slice): Promise<NamespaceRow[]> {
  return db.query<NamespaceRow[]>(NAMESPACES, [name, slice.limit, slice.offset]);
}

/** Ids of one part of a list, and how long it is. */
export interface IdPage {
  readonly ids: readonly string[];
  readonly total: number;
}

async function pageOf(db: EntityManager, sql: string, parameters: readonly unknown[]): Promise<IdPage> {
  const [row] = await db.query<{ ids: string[] | null; total: number }[]>(sql, [...parameters]);
  return { ids: row?.ids ?? [], total: row?.total ?? 0 };
}

/** Internal ids of jobs of a namespace, or of all (null), in order of name. */
export const listJobIds = (db: EntityManager, namespace: string | null, { limit, offset }: Slice): Promise<IdPage> =>
  pageOf(db, JOBS, [namespace, limit, offset]);

/** Internal ids of what is no job in a namespace, in order of name. */
export const listDatasetIds = (db: EntityManager, namespace: string, { limit, offset }: Slice): Promise<IdPage> =>
  pageOf(db, DATASETS, [namespace, limit, offset]);

/** Which events; `before` exclusive, `after` inclusive. */
export interface EventRange extends Slice {
  readonly before: Date;
  readonly after: Date;
  readonly isAscending: boolean;
}

/** Events that are understood, as they came in and without secrets, in order of arrival; with how many there are. */
export async function listEvents(
  db: EntityManager,
  { before, after, isAscending, limit, offset }: EventRange,
): Promise<{ readonly events: readonly string[]; readonly total: number }> {
  const rows = await db.query<{ text: string | null; total: string }[]>(EVENTS, [
    before,
    after,
    isAscending,
    limit,
    offset,
  ]);
  return { events: rows.flatMap(({ text }) => text ?? []), total: Number(rows[0]?.total ?? 0) };
}
