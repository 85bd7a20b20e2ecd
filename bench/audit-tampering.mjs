// @ts-check
// Random tamperings of the audit log by a superuser, each asked about over the API as `tributary audit verify` does.
//   npm run build -w backend && node bench/audit-tampering.mjs [tamperings] [entries] [seed]
import pg from 'pg';
import { startService } from './service.mjs';

const [COUNT, ENTRIES, SEED] = [2, 3, 4].map((place, index) =>
  Number(process.argv[place] ?? [100, 2_500, 20_261_128][index]),
);
const TABLES = ['audit_entry', 'audit_link', 'audit_checkpoint', 'audit_head'];
const VERIFY =
  'query ($witness: String) { auditVerification(witness: $witness) { isIntact entries head problems { problem } } }';

/** @typedef {{ isIntact: boolean, entries: number, head: string, problems: { problem: string }[] }} Verification */

// Park and Miller: the same numbers for the same seed.
let state = SEED ?? 1;
/** @param {number} below @returns {number} from 1 */
const pick = (below) => {
  state = (state * 48_271) % 2_147_483_647;
  return 1 + (state % below);
};

const FIELDS = {
  actor: `'person:else'`,
  action: `'asset.curate'`,
  object: `'asset:else'`,
  before: `'{"no": -1}'`,
  after: `'{}'`,
  reason: `'another reason'`,
  request_id: `'another'`,
  at: `at + interval '1 microsecond'`,
};
/** Everything from a place on, linked anew by somebody who knows how it is done. */
const RELINK = `
  with recursive chain as (
    select position - 1 as position, coalesce((select hash from audit_link where position = $1::bigint - 1), '') as hash
      from audit_link where position = $1::bigint
    union all
    select link.position, sha256(chain.hash || audit_content(entry))
      from chain join audit_link link on link.position = chain.position + 1 join audit_entry entry using (seq)
  ) update audit_link set hash = chain.hash from chain where chain.position = audit_link.position`;
const RESEAL =
  'update audit_head set (position, hash) = (select position, hash from audit_link order by position desc limit 1)';
const RECHECK =
  'update audit_checkpoint point set hash = link.hash from audit_link link where link.position = point.position';

/** @type {Record<string, (db: pg.Client) => Promise<unknown>>} */
const TAMPERINGS = {
  'edit: one field of an entry': (db) => {
    const [field, value] = Object.entries(FIELDS)[pick(Object.keys(FIELDS).length) - 1] ?? [];
    return db.query(`update audit_entry set ${field} = ${value} where seq = $1`, [pick(ENTRIES ?? 0)]);
  },
  'edit: and all links after it anew, the head too': async (db) => {
    const seq = pick(ENTRIES ?? 0);
    await db.query(`update audit_entry set reason = 'another' where seq = $1`, [seq]);
    await db.query(RELINK, [seq]);
    await db.query(RESEAL);
  },
  'edit: and links, head and checkpoints anew': async (db) => {
    const seq = pick(ENTRIES ?? 0);
    await db.query(`update audit_entry set reason = 'another' where seq = $1`, [seq]);
    await db.query(RELINK, [seq]);
    await db.query(RESEAL);
    await db.query(RECHECK);
  },
  'delete: an entry': (db) => db.query('delete from audit_entry where seq = $1', [pick(ENTRIES ?? 0)]),
  'delete: an entry with its link': async (db) => {
    const seq = pick(ENTRIES ?? 0);
    await db.query('delete from audit_entry where seq = $1', [seq]);
    await db.query('delete from audit_link where seq = $1', [seq]);
  },
  'swap: what two neighbours say': (db) =>
    db.query(
      `update audit_entry entry set reason = other.reason, actor = other.actor from audit_entry other
        where (entry.seq, other.seq) in (($1::bigint, $1::bigint + 1), ($1::bigint + 1, $1::bigint))`,
      [pick((ENTRIES ?? 0) - 1)],
    ),
  'swap: two links': async (db) => {
    const [one, other] = [pick((ENTRIES ?? 0) - 1), ENTRIES];
    await db.query('update audit_link set seq = -seq where position in ($1, $2)', [one, other]);
    await db.query(
      'update audit_link set seq = case position when $1::bigint then $2::bigint else $1::bigint end where position in ($1::bigint, $2::bigint)',
      [one, other],
    );
  },
  'cut: the end': async (db) => {
    const place = pick((ENTRIES ?? 0) - 1);
    await db.query('delete from audit_entry where seq > $1', [place]);
    await db.query('delete from audit_link where position > $1', [place]);
  },
  'cut: the end with all traces': async (db) => {
    const place = pick((ENTRIES ?? 0) - 1);
    await db.query('delete from audit_entry where seq > $1', [place]);
    await db.query('delete from audit_link where position > $1', [place]);
    await db.query('delete from audit_checkpoint where position > $1', [place]);
    await db.query(RESEAL);
  },
  'forge: one more entry': (db) =>
    db.query(`insert into audit_entry (actor, action, object) values ('person:x', 'asset.merge', 'asset:x')`),
};

const service = await startService();
const db = new pg.Client({ connectionString: service.database });
await db.connect();
try {
  await prepare();
  const { head } = await verify(null);
  /** @type {Map<string, { tried: number, found: number, alone: number }>} */
  const results = new Map();
  for (let round = 0; round < (COUNT ?? 0); round += 1) {
    const kinds = Object.entries(TAMPERINGS);
    const [name, tamper] = kinds[pick(kinds.length) - 1] ?? [];
    if (name === undefined || tamper === undefined) throw new Error('There is no such tampering');
    await tamper(db);
    const alone = await verify(null);
    const witnessed = await verify(head);
    const before = results.get(name) ?? { tried: 0, found: 0, alone: 0 };
    results.set(name, {
      tried: before.tried + 1,
      found: before.found + Number(!witnessed.isIntact),
      alone: before.alone + Number(!alone.isIntact),
    });
    await restore();
  }
  const after = await verify(head);
  if (!after.isIntact) throw new Error('The log is not as it was: this run says nothing');
  report(results, after.entries);
} finally {
  await db.end();
  await service.stop();
}

/** Entries as they come about, and a copy of everything. */
async function prepare() {
  await db.query('set session_replication_role = origin');
  const [{ count }] = (await db.query('select count(*)::int as count from audit_entry')).rows;
  await db.query(
    `insert into audit_entry (actor, action, object, before, after, reason, request_id)
     select 'person:' || no % 7, 'asset.curate', 'asset:' || no, jsonb_build_object('no', no), '{"a": [2]}', 'because ' || no, 'r' || no
       from generate_series($1::int + 1, $2::int) as no`,
    [count, ENTRIES],
  );
  await db.query(`set session_replication_role = replica`); // no trigger refuses a superuser
  for (const table of TABLES) await db.query(`create table ${table}_kept as select * from ${table}`);
}

async function restore() {
  for (const table of TABLES) {
    await db.query(`delete from ${table}`);
    await db.query(`insert into ${table} overriding system value select * from ${table}_kept`);
  }
}

/** @param {string | null} witness @returns {Promise<Verification>} */
async function verify(witness) {
  /** @type {{ auditVerification: Verification }} */
  const { auditVerification } = await service.graphql(VERIFY, { witness });
  return auditVerification;
}

/**
 * @param {ReadonlyMap<string, { tried: number, found: number, alone: number }>} results
 * @param {number} entries
 */
function report(results, entries) {
  for (const [name, { tried, found, alone }] of [...results].sort()) {
    process.stdout.write(`${name.padEnd(50)} ${found} of ${tried} found, ${alone} of them without a witness\n`);
  }
  const sums = [...results.values()];
  const [tried, found] = [sums.reduce((sum, one) => sum + one.tried, 0), sums.reduce((sum, one) => sum + one.found, 0)];
  process.stdout.write(`${found} of ${tried} tamperings found, in a log of ${entries} entries\n`);
  if (found < tried) process.exitCode = 1;
}
