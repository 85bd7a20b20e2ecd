import { MIGRATIONS_FOLDER, revertMigrations, runMigrations } from '../src/database';
import { freshName, onServer } from './given/server.cjs';
import { readdirSync } from 'node:fs';
import { Client } from 'pg';

const server = process.env['TRIBUTARY_TEST_SERVER'] ?? '';
const all = readdirSync(MIGRATIONS_FOLDER)
  .filter((file) => file.endsWith('.up.sql'))
  .map((file) => file.replace('.up.sql', ''))
  .sort();

let name: string;
let url: string;
beforeEach(async () => {
  name = freshName('migrations');
  url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  await onServer(server, (client) => client.query(`create database ${name}`));
});
afterEach(() => onServer(server, (client) => client.query(`drop database ${name} with (force)`)));

/** Everything that a migration can make, as sorted lines. */
const SHAPE = `
  select format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
    from information_schema.columns where table_schema = 'public'
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all
  select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select 'function ' || oid::regprocedure::text from pg_proc
   where pronamespace = 'public'::regnamespace and prolang <> (select oid from pg_language where lanname = 'c')
  union all
  select 'trigger ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all
  select format('type %s %s', typname, typtype) from pg_type
   where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
   order by line`;

async function shape(): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(SHAPE);
  await client.end();
  return rows.map(({ line }) => line);
}

it('gives the same schema going up, down and up again', async () => {
  expect(await runMigrations(url)).toEqual(all);
  const first = await shape();
  expect(await revertMigrations(url, all.length)).toEqual([...all].reverse());
  const left = (await shape()).filter((line) => !line.includes('migration'));
  expect(left).toEqual([]);
  expect(await runMigrations(url)).toEqual(all);
  expect(await shape()).toEqual(first);
});

it('has nothing to do the second time', async () => {
  await runMigrations(url);
  expect(await runMigrations(url)).toEqual([]);
});

it('goes one step back and forth for each migration', async () => {
  await runMigrations(url);
  const full = await shape();
  const [last] = await revertMigrations(url, 1);
  expect(await runMigrations(url)).toEqual([last]);
  expect(await shape()).toEqual(full);
});

it('lets one of several starters migrate and the others wait', async () => {
  const done = await Promise.all([runMigrations(url), runMigrations(url), runMigrations(url)]);
  expect(done.map((names) => names.length).sort()).toEqual([0, 0, all.length]);
});
