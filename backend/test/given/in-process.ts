import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

const TEMPLATE = resolve(__dirname, '../../../integrations/cli/build/template.mjs');

/** A Postgres in this process, migrated and otherwise empty, as the command line has it. Close it when done. */
export function givenInProcess(): Promise<PGlite> {
  const file = execFileSync(process.execPath, [TEMPLATE], { encoding: 'utf8' }).trim();
  return PGlite.create({ extensions: { pg_trgm }, loadDataDir: new Blob([readFileSync(file)]) });
}
