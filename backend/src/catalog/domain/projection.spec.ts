import * as fc from 'fast-check';
import { projectAsset } from './projection';
import type { Assertion } from './projection-claims';

const SUBJECT = { platform: 'postgres', displayName: 'orders' };

const said = (sourceKind: string, facts: Assertion['facts'], rest: Partial<Assertion> = {}): Assertion => ({
  sourceKind,
  sourceName: 'shop',
  key: `${sourceKind}:orders`,
  observedAt: 0,
  vouches: true,
  facts,
  ...rest,
});

const someClaim = fc.record(
  {
    path: fc.constantFrom('id', 'ID', 'email', 'total'),
    type: fc.constantFrom('int', 'text', 'varchar'),
    nullable: fc.boolean(),
    description: fc.constantFrom('', 'one', 'other'),
    tags: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
    isPrimaryKey: fc.boolean(),
    classification: fc.record({ categories: fc.array(fc.constantFrom('PII', 'PHI', 'own'), { maxLength: 2 }) }),
  },
  { requiredKeys: ['path'] },
);
const someFacts = fc.record(
  {
    type: fc.constantFrom('TABLE' as const, 'VIEW' as const, 'SEED' as const, 'TOPIC' as const),
    owner: fc.constantFrom('a', 'b'),
    description: fc.constantFrom('', 'one', 'other'),
    layer: fc.constantFrom('staging', 'mart'),
    tags: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }),
    properties: fc.dictionary(fc.constantFrom('p', 'q'), fc.integer()),
    classification: fc.record(
      { level: fc.constantFrom('PUBLIC' as const, 'RESTRICTED' as const), categories: fc.constant([]) },
      { requiredKeys: ['categories'] },
    ),
    columns: fc.array(someClaim, { maxLength: 4 }),
  },
  { requiredKeys: [] },
);
const someAssertions = fc.uniqueArray(
  fc.record({
    sourceKind: fc.constantFrom('person', 'token', 'dbt', 'dbt-catalog', 'openlineage', 'ddl', 'contract', 'strange'),
    sourceName: fc.constantFrom('a', 'b'),
    key: fc.constantFrom('one', 'curate:1', 'two'),
    observedAt: fc.integer({ min: 0, max: 2 }),
    vouches: fc.boolean(),
    facts: someFacts,
  }),
  { selector: ({ sourceKind, sourceName, key }) => `${sourceKind} ${sourceName} ${key}`, maxLength: 6 },
);

describe('the projection of an asset', () => {
  it('is the same whatever the order in which its sources spoke', () => {
    fc.assert(
      fc.property(
        someAssertions.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(projectAsset(SUBJECT, shuffled)).toEqual(projectAsset(SUBJECT, all));
        },
      ),
    );
  });

  it('takes words from people and contracts first, structure from the database', () => {
    const projected = projectAsset(SUBJECT, [
      said('openlineage', { owner: 'airflow', columns: [{ path: 'id', type: 'number' }] }),
      said('dbt', { owner: 'team', type: 'VIEW', columns: [{ path: 'id', type: 'int', description: 'the key' }] }),
      said('dbt-catalog', { type: 'TABLE', description: 'comment', columns: [{ path: 'ID', type: 'bigint' }] }),
      said('person', { description: 'curated' }, { vouches: false, key: 'curate:1' }),
    ]);
    expect(projected).toMatchObject({ owner: 'team', type: 'TABLE', description: 'curated' });
    expect(projected.columns).toMatchObject([{ path: 'ID', type: 'bigint', description: 'the key', ordinal: 1 }]);
  });

  it('lets the latest of equals win, and what is not said to whoever says it', () => {
    const projected = projectAsset(SUBJECT, [
      said('dbt', { owner: 'old', layer: 'mart' }, { observedAt: 1, key: 'a' }),
      said('dbt', { owner: 'new', description: '' }, { observedAt: 2, key: 'b' }),
    ]);
    expect(projected).toMatchObject({ owner: 'new', layer: 'mart', description: null });
  });

  it('joins the tags of all, unless a steward has tagged it', () => {
    const others = [said('dbt', { tags: ['b', 'a'] }), said('openlineage', { tags: ['c'] })];
    const steward = said('person', { tags: [] }, { vouches: false, key: 'curate:1' });
    expect(projectAsset(SUBJECT, others).tags).toEqual(['a', 'b', 'c']);
    expect(projectAsset(SUBJECT, [...others, steward]).tags).toEqual([]);
  });

  it('is as sensitive as the strictest claim on it or its columns, with the floor of each category', () => {
    const email = { path: 'email', classification: { categories: ['pii'] } };
    const projected = projectAsset(SUBJECT, [
      said('dbt', { columns: [{ path: 'id' }, email], classification: { level: 'PUBLIC', categories: [] } }),
      said('person', { classification: { categories: ['Own'] } }, { vouches: false, key: 'classify:1' }),
    ]);
    expect(projected).toMatchObject({ classLevel: 3, classCategories: ['Own', 'PII'] });
    expect(projected.columns.map(({ classLevel }) => classLevel)).toEqual([null, 3]);
  });

  it('keeps the word of an author where the database sees only a table', () => {
    const both = [said('dbt-catalog', { type: 'TABLE' }), said('dbt', { type: 'SEED' })];
    expect(projectAsset(SUBJECT, both).type).toBe('SEED');
    expect(projectAsset(SUBJECT, []).type).toBe('TABLE');
    expect(projectAsset({ ...SUBJECT, platform: 'kafka' }, []).type).toBe('TOPIC');
  });

  it('lists a column that only a remark mentions last and as undeclared', () => {
    const remark = said(
      'person',
      { columns: [{ path: 'ghost', description: 'gone?' }, { path: 'ID' }] },
      { vouches: false },
    );
    const projected = projectAsset(SUBJECT, [remark, said('dbt', { columns: [{ path: 'id' }] })]);
    expect(projected.columns).toMatchObject([
      { path: 'id', isDeclared: true },
      { path: 'ghost', isDeclared: false, ordinal: 2 },
    ]);
  });

  it('keeps columns apart that one source lists in two cases', () => {
    const projected = projectAsset(SUBJECT, [said('ddl', { columns: [{ path: 'Id' }, { path: 'id' }] })]);
    expect(projected.columns.map(({ path }) => path)).toEqual(['Id', 'id']);
  });
});
