// @ts-check
import pg from 'pg';

import { EXIT, Failure, usage } from '../failure.mjs';

/** @typedef {import('./rows.mjs').Outbox} Outbox */
/** @typedef {import('./rows.mjs').OutboxRow} OutboxRow */

const MAX_ROWS = 500;
const MAX_BYTES = 16 * 1024 * 1024;
const KEEP_DAYS = 7;
const NO_TABLE = '42P01';

/**
 * An outbox in a Postgres. Rows that were taken are locked until they are acknowledged: pulls at the same time share the
 * work, and a pull that dies gives them back.
 *
 * @param {string} url postgres://user:password@host:port/database
 * @param {string} table its name with the schema, as in the package's variables
 * @returns {Promise<Outbox>}
 * @throws Failure when the database cannot be reached; never says the password
 */
export async function openPostgresOutbox(url, table) {
  const name = quoted(table);
  const client = await connect(url);
  let isOpen = false;
  return {
    take: async () => {
      await client.query('begin');
      isOpen = true;
      const rows = await takeRows(client, name);
      if (rows.length > 0) return rows;
      await client.query('commit');
      isOpen = false;
      return [];
    },
    acknowledge: async (ids) => {
      await client.query(`update ${name} set drained_at = clock_timestamp() where id = any ($1::bigint[])`, [ids]);
      await client.query(`delete from ${name} where drained_at < now() - make_interval(days => $1)`, [KEEP_DAYS]);
      await client.query('commit');
      isOpen = false;
    },
    close: async () => {
      if (isOpen) await client.query('rollback').catch(() => undefined);
      await client.end();
    },
  };
}

/**
 * @param {string} url
 * @returns {Promise<pg.Client>}
 */
async function connect(url) {
  try {
    const client = new pg.Client({ connectionString: url, application_name: 'tributary dbt pull' });
    // A connection that breaks while nobody waits for an answer shows in the next query.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw new Failure(EXIT.unreachable, `The warehouse cannot be reached: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {pg.Client} client
 * @param {string} name
 * @returns {Promise<OutboxRow[]>} the oldest, some megabytes of them at most but for a single big one
 */
async function takeRows(client, name) {
  const select = `
    select id, namespace, project, invocation_id, unique_id, kind, part, parts, payload, created_at::text
      from ${name}
     where drained_at is null
       and id in (select id
                    from (select id, sum(size) over (order by id) - size as before
                            from (select id, octet_length(payload) as size from ${name}
                                   where drained_at is null order by id limit $1) as oldest) as measured
                   where before < $2)
     order by id
       for update skip locked`;
  try {
    /** @type {pg.QueryResult<OutboxRow>} */
    const { rows } = await client.query(select, [MAX_ROWS, MAX_BYTES]);
    return rows;
  } catch (error) {
    const { code, message } = /** @type {pg.DatabaseError} */ (error);
    if (code !== NO_TABLE) throw new Failure(EXIT.refused, `The outbox cannot be read: ${message}`);
    throw new Failure(EXIT.notFound, `There is no outbox ${name}: run dbt with the tributary package first`);
  }
}

/** @param {string} table */
function quoted(table) {
  const parts = table.split('.');
  if (parts.length !== 2 || parts.includes('')) throw usage(`--outbox ${table}: write schema.table`);
  return parts.map((part) => pg.escapeIdentifier(part)).join('.');
}
