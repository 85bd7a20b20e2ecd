import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { Prefilter } from '../../domain/policy/prefilter';
import type { Arrival, Neighbour, Subject } from '../../domain/policy/subject';
import { readArrivals, type FoundArrival } from './read-arrivals';
import { columnOfRow, subjectOf, type ColumnRow, type SubjectRow, type Surroundings } from './subject-rows';

const PAGE = loadSql(__dirname, 'queries/subject-page.sql');
const SUBJECTS = loadSql(__dirname, 'queries/subjects.sql');
const COLUMNS = loadSql(__dirname, 'queries/subject-columns.sql');
const TESTS = loadSql(__dirname, 'queries/subject-tests.sql');
const UPSTREAM = loadSql(__dirname, 'queries/subject-upstream.sql');
const WRITTEN = loadSql(__dirname, 'queries/subject-written.sql');
const FRESHNESS_DUE = loadSql(__dirname, 'queries/freshness-due.sql');
const DOWNSTREAM = loadSql(__dirname, 'queries/neighbours-downstream.sql');

/** Which parts of a subject the policies at hand look at; the others are left empty. */
export interface Wanted {
  readonly allColumns: boolean;
  readonly tests: boolean;
  readonly upstream: boolean;
  /** When they were written last. */
  readonly writes: boolean;
  /** Assets at which what arrives matters; null: at none. */
  readonly isDestination: ((subject: Subject) => boolean) | null;
}

/** The next assets, in order of internal id; fewer than `count` on the last page. */
export async function nextAssets(
  db: EntityManager,
  page: { after: string; filters: readonly Prefilter[] | null; count: number; withFound: boolean },
): Promise<string[]> {
  const filters = page.filters && JSON.stringify(page.filters);
  const rows = await db.query<{ id: string }[]>(PAGE, [page.after, filters, page.count, page.withFound]);
  return rows.map(({ id }) => id);
}

/** The assets and those that they feed directly. */
export async function withDownstream(db: EntityManager, ids: readonly string[]): Promise<string[]> {
  return (await db.query<{ id: string }[]>(DOWNSTREAM, [ids])).map(({ id }) => id);
}

/** Assets as policies see them; those that no source vouches for are left out. */
export async function readSubjects(db: EntityManager, ids: readonly string[], wanted: Wanted): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const plain = await readPlain(db, ids, wanted);
  const destinations = wanted.isDestination ? plain.filter(wanted.isDestination) : [];
  if (destinations.length === 0) return plain;
  const arrivals = await readArrivals(db, new Map(destinations.map(({ id, publicId }) => [id, publicId])));
  const origins = await readOrigins(db, plain, arrivals);
  const byAsset = grouped(arrivals, ({ assetId }) => assetId);
  return plain.map((subject) => ({ ...subject, arrivals: completed(byAsset.get(subject.id) ?? [], origins) }));
}

async function readPlain(db: EntityManager, ids: readonly string[], wanted: Wanted): Promise<Subject[]> {
  // A connection in a transaction runs one statement at a time anyway.
  const rows = await db.query<SubjectRow[]>(SUBJECTS, [ids]);
  const columns = grouped(await db.query<ColumnRow[]>(COLUMNS, [ids, wanted.allColumns]), (row) => row.asset_id);
  const tests = await rowsIf<TestRow>(wanted.tests, db, TESTS, ids);
  const upstream = await rowsIf<UpstreamRow>(wanted.upstream, db, UPSTREAM, ids);
  const written = wanted.writes ? await readWritten(db, ids, new Date()) : new Map<string, Date>();
  return rows.map((row) => {
    const around: Surroundings = {
      columns: (columns.get(row.id) ?? []).map(columnOfRow),
      tests: tests.get(row.id) ?? [],
      upstream: (upstream.get(row.id) ?? []).map(neighbourOf),
      arrivals: [],
      writtenAt: written.get(row.id) ?? null,
    };
    return subjectOf(row, around);
  });
}

/** When runs that completed wrote assets last, not after `at`. */
export async function readWritten(
  db: EntityManager,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.query<{ asset_id: string; written_at: Date }[]>(WRITTEN, [ids, at]);
  return new Map(rows.map((row) => [row.asset_id, row.written_at]));
}

/** Assets whose freshness may be judged otherwise at `now` than at `since`; `limits` in seconds. */
export async function freshnessDue(
  db: EntityManager,
  since: Date,
  now: Date,
  limits: readonly number[],
): Promise<string[]> {
  const rows = await db.query<{ asset_id: string }[]>(FRESHNESS_DUE, [since, now, limits]);
  return rows.map((row) => row.asset_id);
}

interface TestRow {
  readonly asset_id: string;
  readonly type: string;
  readonly severity: string;
}

interface UpstreamRow {
  readonly asset_id: string;
  readonly public_id: string;
  readonly name: string;
  readonly layer: string | null;
}

const neighbourOf = ({ public_id: publicId, name, layer }: UpstreamRow): Neighbour => ({ publicId, name, layer });

async function rowsIf<Row extends { readonly asset_id: string }>(
  isWanted: boolean,
  db: EntityManager,
  sql: string,
  ids: readonly string[],
): Promise<Map<string, Row[]>> {
  return isWanted ? grouped(await db.query<Row[]>(sql, [ids]), (row) => row.asset_id) : new Map<string, Row[]>();
}

/** Where arrivals come from; assets that were read already are not read again. */
async function readOrigins(
  db: EntityManager,
  known: readonly Subject[],
  arrivals: readonly FoundArrival[],
): Promise<ReadonlyMap<string, Subject>> {
  const origins = new Map(known.map((subject) => [subject.id, subject]));
  const missing = [...new Set(arrivals.map(({ originId }) => originId))].filter((id) => !origins.has(id));
  const wanted = { allColumns: true, tests: false, upstream: false, writes: false, isDestination: null };
  for (const subject of await readSubjects(db, missing, wanted)) origins.set(subject.id, subject);
  return origins;
}

function completed(arrivals: readonly FoundArrival[], origins: ReadonlyMap<string, Subject>): readonly Arrival[] {
  return arrivals.flatMap((arrival) => {
    const origin = origins.get(arrival.originId);
    return origin ? [{ ...arrival, origin }] : [];
  });
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
