import type { DataSource, EntityManager } from 'typeorm';
import { recordAudit } from '../src/access';
import { findAuditProblems } from '../src/access/store/audit';
import { givenApp, type GivenApp } from './given/app';

let given: GivenApp;
let db: DataSource;
const ENTRIES = 1_050;
beforeAll(async () => {
  given = await givenApp();
  ({ db } = given);
  await db.transaction((tx) =>
    tx.query(
      `insert into audit_entry (actor, action, object, before, after, reason)
       select 'person:' || no % 7, (array['asset.merge', 'token.create'])[no % 2 + 1], 'asset:' || no, jsonb_build_object('no', no),
              '{"b": 1, "a": [2]}', 'because ' || no
         from generate_series(1, $1::int) as no`,
      [ENTRIES],
    ),
  );
});
afterAll(() => given.close());

interface Found {
  readonly isIntact: boolean;
  readonly entries: number;
  readonly head: string;
  readonly problems: readonly { readonly position: string | null; readonly problem: string }[];
}
async function verify(witness: string | null = null): Promise<Found> {
  const { data, errors } = await given.query<{ auditVerification: Found }>(
    'query ($witness: String) { auditVerification(witness: $witness) { isIntact entries head problems { position problem } } }',
    { witness },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.auditVerification;
}

/** Numbers that are the same in each run. Source: Park and Miller, "Random number generators", CACM 31 (1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return 1 + (state % below);
  };
}

type Tampering = (tx: EntityManager, pick: (below: number) => number) => Promise<unknown>;
const FIELDS = ['actor', 'action', 'object', 'reason'];
/** The chain from a place on, made anew as only somebody can who knows how. */
const REWRITE = `
  with recursive chain as (
    select link.position, sha256(coalesce((select hash from audit_link where position = $1::bigint - 1), '') || audit_content(entry)) as hash
      from audit_link link join audit_entry entry using (seq) where link.position = $1::bigint
    union all
    select link.position, sha256(chain.hash || audit_content(entry))
      from chain join audit_link link on link.position = chain.position + 1 join audit_entry entry using (seq)
  ) update audit_link set hash = chain.hash from chain where chain.position = audit_link.position`;
const CUT = [
  'delete from audit_entry where seq in (select seq from audit_link where position > $1::bigint)',
  'delete from audit_link where position > $1::bigint',
];
const TAMPERINGS: readonly Tampering[] = [
  (tx, pick) =>
    tx.query(`update audit_entry set ${FIELDS[pick(4) - 1] ?? 'actor'} = 'else' where seq = $1::bigint`, [
      pick(ENTRIES),
    ]),
  (tx, pick) => tx.query(`update audit_entry set after = after || '{"b": 2}' where seq = $1::bigint`, [pick(ENTRIES)]),
  (tx, pick) =>
    tx.query(`update audit_entry set at = at + interval '1 microsecond' where seq = $1::bigint`, [pick(ENTRIES)]),
  (tx, pick) => tx.query('delete from audit_entry where seq = $1::bigint', [pick(ENTRIES)]),
  async (tx, pick) => {
    const seq = pick(ENTRIES);
    await tx.query('delete from audit_entry where seq = $1::bigint', [seq]);
    await tx.query('delete from audit_link where seq = $1::bigint', [seq]);
  },
  (tx, pick) => {
    const one = pick(ENTRIES - 1);
    return tx.query(
      `update audit_entry set reason = 'because ' || case seq when $1::bigint then $2::bigint else $1::bigint end where seq in ($1::bigint, $2::bigint)`,
      [one, one + 1],
    );
  },
  (tx, pick) => {
    const one = pick(ENTRIES - 1);
    return tx
      .query(`update audit_link set seq = -seq where position in ($1::bigint, $1::bigint + 1)`, [one])
      .then(() =>
        tx.query(
          `update audit_link set seq = case when position = $1::bigint then $1::bigint + 1 else $1::bigint end where position in ($1::bigint, $1::bigint + 1)`,
          [one],
        ),
      );
  },
  async (tx, pick) => {
    const from = pick(ENTRIES - 1);
    for (const statement of CUT) await tx.query(statement, [from]);
  },
  (tx) => tx.query(`insert into audit_entry (actor, action, object) values ('person:x', 'asset.merge', 'asset:x')`),
  async (tx, pick) => {
    const seq = pick(950);
    await tx.query(`update audit_entry set reason = 'else' where seq = $1::bigint`, [seq]);
    await tx.query(REWRITE, [seq]);
    await tx.query(`update audit_head set hash = (select hash from audit_link order by position desc limit 1)`);
  },
];

it('finds each of 100 tamperings by a superuser', async () => {
  const intact = await verify();
  expect(intact).toMatchObject({ isIntact: true, entries: await count('audit_entry'), problems: [] });
  const pick = numbers(20_261_127);
  const missed: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    const problems = await db.transaction(async (tx) => {
      await tx.query(`set local session_replication_role = 'replica'`);
      await TAMPERINGS[round % TAMPERINGS.length]?.(tx, pick);
      const found = await findProblems(tx);
      await tx.query('rollback');
      await tx.query('begin');
      return found;
    });
    if (problems === 0) missed.push(round);
  }
  expect(missed).toEqual([]);
  expect(await verify(intact.head)).toMatchObject({ isIntact: true });
}, 120_000);

it('misses nothing that was cut or written anew whole, when a head was kept elsewhere', async () => {
  const { head } = await verify();
  const other = `${head.split(':')[0] ?? ''}:${'0'.repeat(64)}`;
  expect((await verify(other)).problems).toEqual([{ position: head.split(':')[0], problem: 'WITNESS' }]);
  const { errors } = await given.query('{ auditVerification(witness: "nothing") { isIntact } }');
  expect(errors?.[0]?.extensions.code).toBe('INVALID');
});

it('is one chain without a gap, however many write at once, and refuses every change', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, writer) =>
      db.transaction(async (tx) => {
        for (let no = 0; no < 5; no += 1)
          await recordAudit(tx, { actor: 'system', action: 'test.write', object: `test:${writer}-${no}` });
      }),
    ),
  );
  expect(await verify()).toMatchObject({ isIntact: true, entries: await count('audit_entry') });
  for (const statement of [
    `update audit_entry set actor = 'x'`,
    'delete from audit_entry',
    'truncate audit_entry cascade',
    `update audit_link set hash = ''`,
    'delete from audit_link',
  ])
    await expect(db.query(statement)).rejects.toThrow('audit entries are never changed');
});

it('lists by actor, action and time, and exports the same as JSON lines and CSV', async () => {
  const { data } = await given.query<{ auditEntries: { total: number; nodes: { object: string }[] } }>(
    '{ auditEntries(filter: { actor: ["person:3"], action: ["asset."], object: ["asset:10", "asset:17", "asset:24"] }) { total nodes { object } } }',
  );
  expect(data?.auditEntries).toEqual({ total: 2, nodes: [{ object: 'asset:24' }, { object: 'asset:10' }] });
  const read = async (query: string): Promise<string> =>
    (
      await fetch(`${given.url}/api/v1/export/audit?${query}`, {
        headers: { authorization: `Bearer ${given.adminToken}` },
      })
    ).text();
  const lines = (await read('actor=person:3&object=asset:10')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { reason: string }).reason)).toEqual(['because 10']);
  expect((await read('action=test.&format=csv')).split('\r\n')).toHaveLength(102);
  expect((await read('action=token.')).trim().split('\n')).toHaveLength(ENTRIES / 2);
  expect(await read('format=pdf')).toContain('csv and jsonl are known');
});

async function count(table: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*)::int as count from ${table}`);
  return row?.count ?? 0;
}

async function findProblems(tx: EntityManager): Promise<number> {
  return (await findAuditProblems(tx, null)).length;
}
