import { givenDatabase } from './given/database';

it('gives every test a migrated database of its own', async () => {
  const [one, other] = await Promise.all([givenDatabase(), givenDatabase()]);
  await one.db.query('create table only_here ()');
  const tables = `select to_regclass('asset') is not null as migrated, to_regclass('only_here') is not null as shared`;
  expect(await other.db.query(tables)).toEqual([{ migrated: true, shared: false }]);
  await Promise.all([one.drop(), other.drop()]);
});
