import { identityOf } from './identity';

const path = { namespace: 'hdfs://nn', name: '/warehouse/t1' };
const hive = { namespace: 'hive://metastore:9083', name: 'default.t1' };
const glue = { namespace: 'arn:aws:glue:eu-central-1:1', name: 'table/default/t1' };
const links = (...identifiers: object[]): { symlinks: { identifiers: object[] } } => ({ symlinks: { identifiers } });

it('knows a path best under the table that it is said to be', () => {
  expect(identityOf(path, links({ ...hive, type: 'TABLE' }))).toEqual({ best: hive, others: [path], previous: null });
});

it('prefers the table of the better known catalog', () => {
  expect(identityOf(path, links({ ...hive, type: 'TABLE' }, { ...glue, type: 'table' })).best).toEqual(glue);
});

it('takes a location for another name and no more', () => {
  expect(identityOf(hive, links({ ...path, type: 'LOCATION' }))).toEqual({
    best: hive,
    others: [path],
    previous: null,
  });
  expect(identityOf(path, links({ ...hive, type: 'LOCATION' })).best).toEqual(path);
});

it('trusts no table under the root of a warehouse', () => {
  const weak = { namespace: 'file:/tmp/warehouse', name: 'default.t1' };
  expect(identityOf(path, links({ ...weak, type: 'TABLE' }))).toEqual({ best: path, others: [weak], previous: null });
});

it('remembers what a dataset was called before it was renamed', () => {
  const facets = { lifecycleStateChange: { lifecycleStateChange: 'RENAME', previousIdentifier: hive } };
  expect(identityOf(glue, facets)).toEqual({ best: glue, others: [hive], previous: hive });
});

it('is itself without any links', () => {
  expect(identityOf(path, {})).toEqual({ best: path, others: [], previous: null });
});
