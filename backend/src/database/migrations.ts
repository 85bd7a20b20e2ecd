import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { buildSeen, closeSeen, dropSeen, isSeenCurrent } from './seen-schema';

/** The migrations of this installation; the same place from `src/` and from `dist/`. */
export const MIGRATIONS_FOLDER = resolve(__dirname, '../../../migrations');

const UP = /^\d{13}-[a-z0-9-]+(?=\.up\.sql$)/;
/** One number for all backends of a database; only migrations take it. */
const MIGRATION_LOCK = 7_261_940_311;
const TABLE = `create table if not exists migration (
  name       text primary key,
  applied_at timestamptz not null default now()
)`;

/**
 * Applies what `folder` has and the database has not, in order of name, each file in its own transaction.
 *
 * Safe to call from several processes at once: the others wait, then find nothing left to do.
 *
 * @returns the names that were applied, in order; empty when the database was up to date
 * @throws Error naming the file that failed; its transaction is rolled back, earlier files stay
 */
export function runMigrations(url: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  return locked(url, async (client) => {
    const done = new Set(await applied(client));
    const wanted = namesIn(folder).filter((name) => !done.has(name));
    for (const name of wanted) {
      await apply(
        client,
        join(folder, `${name}.up.sql`),
        'insert into migration (name) values ($1)',
        name,
        (wasThere) => (name === wanted.at(-1) ? buildSeen(client, folder) : closeSeen(client, wasThere)),
      );
    }
    if (wanted.length === 0) await renewSeen(client, folder);
    return wanted;
  });
}

/**
 * Takes the newest `count` migrations back, newest first, by their `.down.sql`.
 *
 * @returns the names that were taken back, in that order
 */
export function revertMigrations(url: string, count: number, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  return locked(url, async (client) => {
    const names = (await applied(client)).reverse().slice(0, count);
    for (const name of names) {
      await apply(client, join(folder, `${name}.down.sql`), 'delete from migration where name = $1', name, (wasThere) =>
        closeSeen(client, wasThere),
      );
    }
    return names;
  });
}

async function locked<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: 'tributary-migrations' });
  await client.connect();
  try {
    // A session lock: it spans the transactions of all files and goes with the connection, whatever happens.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(TABLE);
    return await work(client);
  } finally {
    await client.end();
  }
}

async function applied(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name');
  return rows.map((row) => row.name);
}

/** What limited readers see is made anew with each file, in its transaction: at no moment may it be missing. */
async function apply(
  client: Client,
  file: string,
  bookkeeping: string,
  name: string,
  seen: (wasThere: boolean) => Promise<void>,
): Promise<void> {
  try {
    await client.query('begin');
    const wasThere = await dropSeen(client);
    await client.query(readFileSync(file, 'utf8'));
    await client.query(bookkeeping, [name]);
    await seen(wasThere);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${file} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Another version of `seen/` over the same tables. */
async function renewSeen(client: Client, folder: string): Promise<void> {
  if (await isSeenCurrent(client, folder)) return;
  await client.query('begin');
  await dropSeen(client);
  await buildSeen(client, folder);
  await client.query('commit');
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .flatMap((file) => UP.exec(file)?.[0] ?? [])
    .sort();
}
