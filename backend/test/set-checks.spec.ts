import { givenDatabase, type GivenDatabase } from './given/database';
import { emptyCatalog } from './given/empty';

let given: GivenDatabase;
beforeAll(async () => (given = await givenDatabase()));
afterAll(() => given.drop());

/** Assets 1 to 3, of which 2 has an assertion and a rule; 1 feeds 2 by the job 3. */
beforeEach(async () => {
  await emptyCatalog(given.db);
  await given.db.query(`
    insert into namespace (name, platform) values ('n', 'postgres');
    insert into source (kind, name, label) values ('dbt', 's', 's');
    insert into code (hash, text) values ('h', 'select 1');
    insert into asset (namespace_id, name, display_name, type, status, platform)
    select 1, place, place, 'TABLE', 'ACTIVE', 'postgres' from generate_series(1, 3) as place;
    insert into assertion (source_id, key, asset_id, facts, hash, observed_at) values (1, 'k', 3, '{}', '', now());
    insert into quality_rule (source_id, key, asset_id, name, type, severity, hash) values (1, 'r', 2, 'r', 'unique', 'error', '')`);
  await edge({});
});

interface EdgeNames {
  readonly upstream?: number;
  readonly assertion?: number;
  readonly source?: number;
  readonly job?: number;
  readonly code?: string;
}

const edge = ({ upstream = 1, assertion = 1, source = 1, job = 3, code = 'h' }: EdgeNames): Promise<unknown> =>
  given.db.query(
    `insert into lineage_edge (upstream_id, downstream_id, assertion_id, source_id, job_id, code_hash, valid_from, last_seen)
     values ($1, 2, $2, $3, $4, $5, now(), now())`,
    [upstream, assertion, source, job, code],
  );

const left = async (): Promise<unknown> =>
  (
    await given.db.query<unknown[]>(
      'select (select count(*) from lineage_edge)::int as edges, (select count(*) from quality_rule)::int as rules',
    )
  )[0];

it.each([
  [{ upstream: 9 }, 'There is no asset 9 for an edge to name'],
  [{ upstream: 3, job: 9 }, 'There is no asset 9 for an edge to name'],
  [{ upstream: 3, assertion: 9 }, 'There is no assertion 9 for an edge to name'],
  [{ upstream: 3, source: 9 }, 'There is no source 9 for an edge to name'],
  [{ upstream: 3, code: 'x' }, 'There is no code x for an edge to name'],
])('refuses an edge of %j', async (names, message) => {
  await expect(edge(names)).rejects.toMatchObject({ message, code: '23503' });
  expect(await left()).toEqual({ edges: 1, rules: 1 });
});

it('refuses to move an edge or a rule to what does not exist', async () => {
  await expect(given.db.query('update lineage_edge set downstream_id = 9')).rejects.toMatchObject({ code: '23503' });
  await expect(given.db.query('update quality_rule set asset_id = 9')).rejects.toMatchObject({
    message: 'There is no asset 9 for a rule to name',
  });
});

it.each([1, 2])('takes the edges and rules of asset %i away with it', async (id) => {
  await given.db.query('delete from asset where id = $1', [id]);
  expect(await left()).toEqual({ edges: 0, rules: id === 2 ? 0 : 1 });
});

it('takes the edges of an assertion away with it', async () => {
  await given.db.query('delete from assertion');
  expect(await left()).toEqual({ edges: 0, rules: 1 });
});

it.each(['source', 'code'])('keeps a %s while an edge names it', async (table) => {
  await given.db.query('alter table assertion disable trigger assertion_takes_its_edges');
  await given.db.query('delete from assertion');
  await given.db.query('alter table assertion enable trigger assertion_takes_its_edges');
  await expect(given.db.query(`delete from ${table}`)).rejects.toMatchObject({ code: '23503' });
});

it('keeps a job while an edge names it', async () => {
  await given.db.query('update assertion set asset_id = 2');
  await expect(given.db.query('delete from asset where id = 3')).rejects.toMatchObject({
    message: 'An edge names the asset as its job',
  });
});

describe('what is written for each asset', () => {
  beforeEach(() =>
    given.db.query(`
      insert into asset_identifier (namespace_id, name, asset_id, role, reason, quoting_known, raw_namespace, raw_name)
      values (1, '1', 1, 'PRIMARY', 'exact', true, 'n', '1');
      insert into schema_version (asset_id, version, columns, diff, is_breaking, observed_at) values (1, 1, '[]', '{}', false, now());
      update asset set code_hash = 'h' where id = 2`),
  );

  it.each([
    [
      "insert into asset (namespace_id, name, display_name, type, status, platform) values (9, 'x', 'x', 'TABLE', 'ACTIVE', 'p')",
      'There is no namespace 9 for an asset to name',
    ],
    ['update asset set namespace_id = 9 where id = 1', 'There is no namespace 9 for an asset to name'],
    ["update asset set code_hash = 'x'", 'There is no code x for an asset to name'],
    ['update asset_identifier set asset_id = 9', 'There is no asset 9 for an identifier to name'],
    ['update asset_identifier set source_id = 9', 'There is no source 9 for an identifier to name'],
    ['update assertion set asset_id = 9', 'There is no asset 9 for an assertion to name'],
    ['update assertion set spelling_namespace_id = 9', 'There is no namespace 9 for an assertion to name'],
    [
      "insert into assertion (source_id, key, asset_id, facts, hash, observed_at) values (9, 'x', 3, '{}', '', now())",
      'There is no source 9 for an assertion to name',
    ],
    ['update schema_version set asset_id = 9', 'There is no asset 9 for a schema version to name'],
    [
      "insert into delivery_item (delivery_id, seq, outcome, key, reason) values (9, 1, 'NOTED', 'k', 'r')",
      'There is no delivery 9 for a line of a report to name',
    ],
    ['delete from lineage_edge; delete from asset where id = 3', 'An assertion is about the asset'],
    ['delete from namespace', 'An asset, an identifier or an assertion names the namespace'],
    [
      'delete from lineage_edge; delete from quality_rule; delete from source',
      'An assertion or an identifier names the source',
    ],
    ['delete from lineage_edge; delete from code', 'An asset names the code'],
  ])('names what is there: %s', async (sql, message) => {
    await expect(given.db.query(sql)).rejects.toMatchObject({ message, code: '23503' });
  });

  it('goes with the asset', async () => {
    await given.db.query('delete from asset where id = 1');
    const rest =
      '(select count(*) from asset_identifier)::int as identifiers, (select count(*) from schema_version)::int as versions';
    expect(await given.db.query(`select ${rest}`)).toEqual([{ identifiers: 0, versions: 0 }]);
  });
});

describe('what runs touched and when jobs were seen', () => {
  beforeEach(() =>
    given.db.query(`
      insert into job (id, namespace, name) values (1, 'n', 'j');
      insert into job_version (id, job_id, digest, io) values (1, 1, 'd', '{}');
      insert into job_observation (job_id, key, at, version_id, rank) values (1, 'k', now(), 1, 2);
      insert into run (id, public_id, job_id, state) values (1, gen_random_uuid(), 1, 'NEW');
      insert into pipeline_dataset (id, namespace, name, raw_namespace, raw_name) values (1, 'n', 't', 'n', 't');
      insert into run_dataset (run_id, dataset_id, direction, last_us, last_hash) values (1, 1, 'INPUT', 0, '')`),
  );
  afterEach(() => given.db.query('delete from run; delete from job; delete from pipeline_dataset'));

  it.each([
    ["insert into run_dataset values (9, 1, 'INPUT', 0, '')", 'There is no run 9 for a run to have touched'],
    ["insert into run_dataset values (1, 9, 'INPUT', 0, '')", 'There is no dataset 9 for a run to have touched'],
    ["insert into job_observation values (9, 'x', now(), 1, 2)", 'There is no job 9 for a job to be seen with'],
    ['update job_observation set version_id = 9', 'There is no version 9 for a job to be seen with'],
    ['delete from pipeline_dataset', 'A run has touched the dataset'],
    ['delete from job_version', 'A job was seen with the version'],
  ])('are refused what is not there: %s', async (sql, message) => {
    await expect(given.db.query(sql)).rejects.toThrow(message);
  });

  it('goes with the run and with the job', async () => {
    await given.db.query('delete from run; delete from job');
    expect(
      await given.db.query(
        'select (select count(*) from run_dataset)::int, (select count(*) from job_observation)::int as seen',
      ),
    ).toEqual([{ count: 0, seen: 0 }]);
  });
});
