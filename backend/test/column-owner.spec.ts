import { copyRows } from '../src/database/copy-rows';
import { givenDatabase, type GivenDatabase } from './given/database';

let given: GivenDatabase;
beforeAll(async () => (given = await givenDatabase()));
afterAll(() => given.drop());

const COPY = 'copy asset_column (asset_id, path, ordinal) from stdin';

/** Ids of assets without columns. */
async function givenAssets(...names: string[]): Promise<string[]> {
  await given.db.query("insert into namespace (name, platform) values ('n', 'postgres') on conflict do nothing");
  const rows = await given.db.query<{ id: string }[]>(
    `insert into asset (namespace_id, name, display_name, type, status, platform)
     select namespace.id, wanted.name, wanted.name, 'TABLE', 'ACTIVE', 'postgres'
       from namespace, unnest($1::text[]) as wanted (name)
     returning id`,
    [names],
  );
  return rows.map(({ id }) => id);
}

const copy = (rows: readonly (readonly [string, string, number])[]): Promise<number> =>
  given.db.transaction((tx) => copyRows(tx, COPY, rows));

const pathsOf = async (id: string): Promise<string[]> =>
  (
    await given.db.query<{ path: string }[]>('select path from asset_column where asset_id = $1 order by path', [id])
  ).map(({ path }) => path);

it('takes columns of assets that exist, tabs, line ends and backslashes in their names included', async () => {
  const [id = ''] = await givenAssets('odd names');
  const odd = ['a\tb', 'a\nb', 'a\r\\b', '\\N', '\\.', 'Ünïcode 🐘'];
  expect(await copy(odd.map((path, place) => [id, path, place]))).toBe(odd.length);
  expect(new Set(await pathsOf(id))).toEqual(new Set(odd));
});

it('refuses columns of an asset that does not exist, and keeps none of the statement', async () => {
  const [id = ''] = await givenAssets('lonely');
  const rows = [
    [id, 'a', 1],
    ['999999999', 'a', 1],
  ] as const;
  await expect(copy(rows)).rejects.toThrow('There is no asset 999999999 to have columns');
  expect(await pathsOf(id)).toEqual([]);
});

it('takes the columns away with their asset, and no others', async () => {
  const [gone = '', kept = ''] = await givenAssets('gone', 'kept');
  await copy([
    [gone, 'a', 1],
    [kept, 'a', 1],
  ]);
  await given.db.query('delete from asset where id = $1', [gone]);
  expect([await pathsOf(gone), await pathsOf(kept)]).toEqual([[], ['a']]);
});

it('refuses to move a column to another asset', async () => {
  const [from = '', to = ''] = await givenAssets('from', 'to');
  await copy([[from, 'a', 1]]);
  await expect(given.db.query('update asset_column set asset_id = $2 where asset_id = $1', [from, to])).rejects.toThrow(
    'stays with its asset',
  );
});

it('lets nobody take an asset away while a column of it is on its way in', async () => {
  const [id = ''] = await givenAssets('contested');
  const runner = given.db.createQueryRunner();
  await runner.startTransaction();
  await copyRows(runner.manager, COPY, [[id, 'a', 1]]);
  const removal = given.db.query('delete from asset where id = $1', [id]);
  const winner = await Promise.race([removal.then(() => 'removed'), waitsForLock().then(() => 'waits')]);
  await runner.commitTransaction();
  await runner.release();
  await removal;
  expect([winner, await pathsOf(id)]).toEqual(['waits', []]);
});

/** Ends when some transaction waits for another. */
async function waitsForLock(): Promise<void> {
  for (;;) {
    const waiting = await given.db.query<unknown[]>(
      "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
    );
    if (waiting.length > 0) return;
  }
}

it('passes over rows that were sent for nothing: the connection goes on', async () => {
  const [id = ''] = await givenAssets('after refusals');
  const many = Array.from({ length: 40_000 }, (_, place) => [id, `column ${String(place)}`, place] as const);
  await given.db.transaction(async (tx) => {
    const refusals = [
      { sql: 'copy nowhere (asset_id, path, ordinal) from stdin', rows: many, reason: 'nowhere' },
      { sql: COPY, rows: [['no number', 'a', 1], ...many], reason: 'no number' },
    ] as const;
    for (const { sql, rows, reason } of refusals) {
      await tx.query('savepoint before');
      await expect(copyRows(tx, sql, rows)).rejects.toThrow(reason);
      await tx.query('rollback to savepoint before');
    }
    expect(await copyRows(tx, COPY, [[id, 'a', 1]])).toBe(1);
  });
  expect(await pathsOf(id)).toEqual(['a']);
});
