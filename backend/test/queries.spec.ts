import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from, to } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import { CATALOG_STAGE } from '../src/catalog/store/write';
import { openStages } from '../src/database/open-stage';
import { openPropagationStage } from '../src/governance/store/classification/propagation-stage';
import { LINEAGE_STAGE } from '../src/lineage/store/write';
import { QUALITY_STAGE } from '../src/quality/store/write';
import { givenDatabase, type GivenDatabase } from './given/database';

const SRC = resolve(__dirname, '../src');
const queries = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .sort();

let given: GivenDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  given = await givenDatabase();
  runner = given.db.createQueryRunner(); // prepared statements and temporary tables belong to one connection
  await openStages(runner.manager, [CATALOG_STAGE, LINEAGE_STAGE, QUALITY_STAGE]);
  await openPropagationStage(runner.manager);
});
afterAll(async () => {
  await runner.release();
  await given.drop();
});

/** A `copy` cannot be prepared: it runs without a row. */
async function copyNothing(text: string): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const stream = client.query(from(text));
  stream.end();
  await finished(stream);
}

it.each(queries)('%s fits the migrated schema', async (file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  if (/^ *to stdout/m.test(text)) {
    const client = (await runner.connect()) as PoolClient;
    await finished(client.query(to(text)).resume());
  } else if (/^copy /m.test(text)) {
    await copyNothing(text);
  } else {
    await runner.query(`prepare candidate as\n${text}`);
    await runner.query('deallocate candidate');
  }
});

it.each(queries)('%s says what it does, and what each parameter is', (file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const header = /^(--[^\n]*\n)+/.exec(text)?.[0] ?? '';
  const parameters = new Set(text.slice(header.length).match(/\$\d+/g) ?? []);
  expect(header).toMatch(/^-- \S/);
  expect([...parameters].filter((parameter) => !header.includes(parameter))).toEqual([]);
});

it('keeps every query beside the store that runs it', () => {
  expect(queries.filter((file) => !/(^|\/)(store|upsert)\/(.*\/)?queries\//.test(file))).toEqual([]);
});
