import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';

/** What readers with limited sight find: files beside the migrations, in order of name. */
const FOLDER = 'seen';
const CLOSED = 'closed';

/** Every table as if it were empty: between two migrations nobody may see more than before. */
const CLOSE = `
  create schema seen;
  do $$
  declare
    said text;
  begin
    for said in
      select format('create view seen.%1$I as select * from public.%1$I where false', relname)
        from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
    loop
      execute said;
    end loop;
  end $$`;

/** Takes the schema away, in the caller's transaction; says whether it was there. */
export async function dropSeen(client: Client): Promise<boolean> {
  const wasThere = (await commentOf(client)) !== null;
  if (wasThere) await client.query('drop schema seen cascade');
  return wasThere;
}

/** Where the schema was, makes one in which nothing is seen, in the caller's transaction. */
export async function closeSeen(client: Client, wasThere: boolean): Promise<void> {
  if (!wasThere) return;
  await client.query(CLOSE);
  await comment(client, CLOSED);
}

/** Makes the schema as the folder's `seen/` says, in the caller's transaction; nothing when there is no such folder. */
export async function buildSeen(client: Client, folder: string): Promise<void> {
  const text = textIn(folder);
  if (text === null) return;
  await client.query(text);
  await comment(client, digestOf(text));
}

/** Whether the schema is what `seen/` says; its tables are those of the last migration. */
export async function isSeenCurrent(client: Client, folder: string): Promise<boolean> {
  const text = textIn(folder);
  return text === null || (await commentOf(client)) === digestOf(text);
}

function textIn(folder: string): string | null {
  const files = join(folder, FOLDER);
  if (!existsSync(files)) return null;
  const names = readdirSync(files).filter((name) => name.endsWith('.sql'));
  return names
    .sort()
    .map((name) => readFileSync(join(files, name), 'utf8'))
    .join('\n');
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the schema was made from; null when there is none. */
async function commentOf(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ text: string }>(
    `select coalesce(obj_description(oid, 'pg_namespace'), '') as text from pg_namespace where nspname = 'seen'`,
  );
  return rows[0]?.text ?? null;
}

async function comment(client: Client, text: string): Promise<void> {
  await client.query(`comment on schema seen is ${client.escapeLiteral(text)}`);
}
