// @ts-check
/**
 * An empty database with the schema of migrations/, for a Postgres inside a process: `node build/template.mjs` prints
 * where it is. Making one takes seconds; it is kept below the temporary folder for as long as the migrations are the same.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../migrations');

/** @returns {Promise<string>} a data folder as .tar.gz */
export async function templateFile() {
  const texts = readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.up.sql'))
    .sort()
    .map((name) => ({ name: name.replace('.up.sql', ''), sql: readFileSync(path.join(MIGRATIONS, name), 'utf8') }));
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  const file = path.join(os.tmpdir(), `tributary-template-${digest}-${os.userInfo().uid}.tar.gz`);
  if (!existsSync(file)) await make(file, texts);
  return file;
}

/**
 * @param {string} file
 * @param {{ name: string, sql: string }[]} migrations
 */
async function make(file, migrations) {
  const db = await PGlite.create({ extensions: { pg_trgm } });
  await db.exec('create table migration (name text primary key, applied_at timestamptz not null default now())');
  for (const { name, sql } of migrations) {
    await db.exec(sql);
    await db.query('insert into migration (name) values ($1)', [name]);
  }
  const dump = await db.dumpDataDir('gzip');
  await db.close();
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, Buffer.from(await dump.arrayBuffer()));
  renameSync(partial, file); // whole, whoever else is at it
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await templateFile());
