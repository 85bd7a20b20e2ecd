import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeSeen, dropSeen } from '../src/database/seen-schema';
import { SightedPool } from '../src/database/sighted-pool';
import { withSightOf } from '../src/shared/sight';
import { givenDatabase, type GivenDatabase } from './given/database';
import { Client } from 'pg';

let given: GivenDatabase;
let pool: SightedPool;
beforeAll(async () => {
  given = await givenDatabase();
  pool = new SightedPool({ connectionString: given.url, max: 2 });
});
afterAll(async () => {
  await pool.end();
  await given.drop();
});

const limited = <Row extends object>(text: string): Promise<Row[]> =>
  withSightOf('person:someone', async () => (await pool.query<Row>(text)).rows);

/** Tables that tell nothing of an asset, or that no reader is shown; each with the reason. */
const WHOLE: Readonly<Record<string, string>> = {
  access_inquiry: 'read by who asked alone',
  api_token: 'access',
  audit_checkpoint: 'digests',
  audit_head: 'digests',
  audit_link: 'digests',
  classification_atom: 'kinds of classification',
  code: 'found by the digest that a visible asset or edge names',
  effect_progress: 'positions',
  event_count: 'counts of all events',
  event_pending: 'counts of all events',
  facet_value: 'found by the digest that a visible job, run or dataset names',
  graph_change: 'for the graph in memory, which limited readers are not answered from',
  login_attempt: 'access',
  migration: 'versions',
  namespace_alias: 'rules of spelling',
  person: 'access',
  policy: 'rules',
  policy_run: 'never shown',
  policy_state: 'never shown',
  policy_version: 'rules',
  search_kind: 'shown only with the documents that have it',
  session: 'access',
  source: 'who speaks, not of what',
  sql_analysis: 'found by the digest that a visible asset names',
  waiting_result: 'never shown',
};

it('shows limited readers every table through a view, or says why the table is shown as it is', async () => {
  const rows = await given.db.query<{ name: string; is_seen: boolean }[]>(
    `select relname as name, to_regclass('seen.' || quote_ident(relname)) is not null as is_seen
       from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
        and relname <> 'said_classification'`,
  );
  const wrong = rows.filter(({ name, is_seen: isSeen }) => isSeen === name in WHOLE).map(({ name }) => name);
  expect(wrong).toEqual([]);
});

const SRC = resolve(__dirname, '../src');
const reading = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql') && !file.includes('/write/') && !file.includes('/upsert/'))
  .filter((file) => /^(with|select)/m.test(readFileSync(join(SRC, file), 'utf8')))
  .sort();
/** What readers never run: statements that write, or that lock or copy; names of staging tables. */
const WRITES =
  /^\s*(insert|update|delete|copy|truncate)\b|\b(insert into|delete from|update \w+\s+set)\b|for (no key )?(update|key share)|\bstage_/m;

it('has every column that the queries of readers ask for', async () => {
  const wrong: string[] = [];
  await withSightOf('person:someone', async () => {
    const client = await pool.connect();
    for (const file of reading) {
      const text = readFileSync(join(SRC, file), 'utf8');
      if (WRITES.test(text.replace(/--.*$/gm, ''))) continue;
      await client.query(`prepare candidate as\n${text}`).then(
        () => client.query('deallocate candidate'),
        (error: unknown) => wrong.push(`${file}: ${String(error)}`),
      );
    }
    client.release();
  });
  expect(wrong).toEqual([]);
});

it('cannot be written through, nor left by the search path', async () => {
  await expect(limited('delete from public.asset')).rejects.toThrow('read-only transaction');
  expect(await limited('show search_path')).toEqual([{ search_path: 'seen, public' }]);
});

it('shows nothing between two migrations, and refuses when it is missing', async () => {
  const client = new Client({ connectionString: given.url });
  await client.connect();
  await given.db.query(`insert into namespace (name, platform) values ('postgres://between:1', 'postgres')`);
  await client.query('begin');
  await closeSeen(client, await dropSeen(client));
  await client.query('commit');
  expect(await limited('select name from namespace')).toEqual([]);
  await dropSeen(client);
  await client.end();
  const fresh = new SightedPool({ connectionString: given.url, max: 1 });
  await expect(withSightOf('person:someone', () => fresh.query('select 1'))).rejects.toThrow('seen.hidden');
  await fresh.end();
});
