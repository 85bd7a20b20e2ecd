import fc from 'fast-check';
import { DATA, dataset, event, facet, schema } from './events';

const TABLES = ['orders', 'customers', 'returns', 'daily', 'weekly'] as const;
const JOBS = ['extract', 'load', 'report'] as const;
const RUNS = 5;

/** Texts that jobs may report, most of them of several tables by name. */
const SQL = [
  'select id, total from public.orders',
  `insert into public.returns select id, total from public.orders;
   insert into public.customers (id, total) select max(id), count(total) from public.daily`,
  `insert into public.weekly select r.id, c.id as total from public.returns r join public.customers c on c.id = r.id;
   insert into public.returns (total) select id from public.daily;
   insert into public.daily (total) select total from public.customers`,
] as const;

const runId = (run: number): string => `0190a000-0000-7000-8000-0000000001${String(run).padStart(2, '0')}`;

const column = (name: string): object => ({ namespace: DATA, name: `shop.public.${name}`, field: 'id' });

const table = fc
  .record({
    name: fc.constantFrom(...TABLES),
    columns: fc.option(fc.constantFrom(['id int'], ['id int', 'total'], ['id bigint']), { freq: 3 }),
    description: fc.option(fc.constantFrom('one', 'two'), { freq: 3 }),
    rows: fc.option(fc.integer({ min: 0, max: 99 }), { freq: 3 }),
    idFrom: fc.option(fc.constantFrom(...TABLES), { freq: 2 }),
    isDropped: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
  })
  .map(({ name, columns, description, rows, idFrom, isDropped }) =>
    dataset(name, {
      facets: {
        ...(columns === null ? {} : schema(...columns)),
        ...(description === null ? {} : { documentation: facet({ description }) }),
        ...(idFrom === null ? {} : { columnLineage: facet({ fields: { id: { inputFields: [column(idFrom)] } } }) }),
        ...(isDropped ? { lifecycleStateChange: facet({ lifecycleStateChange: 'DROP' }) } : {}),
      },
      ...(rows === null ? {} : { outputFacets: { outputStatistics: facet({ rowCount: rows }) } }),
    }),
  );

const tables = fc.uniqueArray(table, { maxLength: 2, selector: (one) => (one as { name: string }).name });

/** An event of one of a few runs of a few jobs: each run keeps its job, as runs do. */
export const randomEvent: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    run: fc.integer({ min: 0, max: RUNS - 1 }),
    type: fc.constantFrom('START', 'RUNNING', 'COMPLETE', 'COMPLETE', 'FAIL', 'ABORT', 'OTHER'),
    at: fc.integer({ min: 0, max: 500 }),
    from: tables,
    to: tables,
    parent: fc.option(fc.integer({ min: 0, max: RUNS - 1 }), { freq: 3 }),
    waitsFor: fc.option(fc.constantFrom(...JOBS), { freq: 3 }),
    sql: fc.option(fc.constantFrom(...SQL), { freq: 2 }),
    error: fc.option(fc.constantFrom('no space', 'no time'), { freq: 3 }),
  })
  .map(({ run, type, at, from, to, parent, waitsFor, sql, error }) =>
    event({
      run: runId(run),
      job: jobOf(run),
      type,
      at,
      from,
      to,
      jobFacets: sql === null ? {} : { sql: facet({ query: sql }) },
      runFacets: {
        ...(parent === null || parent === run
          ? {}
          : { parent: facet({ run: { runId: runId(parent) }, job: { namespace: 'nightly', name: jobOf(parent) } }) }),
        ...(waitsFor === null
          ? {}
          : {
              jobDependencies: facet({ upstream: [{ job: { namespace: 'nightly', name: waitsFor } }], downstream: [] }),
            }),
        ...(error === null ? {} : { errorMessage: facet({ message: error, programmingLanguage: 'SQL' }) }),
      },
    }),
  );

const jobOf = (run: number): string => JOBS[run % JOBS.length] ?? 'load';

/** Some events, and the same in another order with some of them more than once. */
export const eventsTwice = (
  minLength: number,
  maxLength: number,
): fc.Arbitrary<{ readonly once: readonly object[]; readonly shuffled: readonly object[] }> =>
  fc.array(randomEvent, { minLength, maxLength }).chain((once) =>
    fc
      .record({
        order: fc.shuffledSubarray(once, { minLength: once.length }),
        again: fc.subarray(once),
        at: fc.nat(),
      })
      .map(({ order, again, at }) => {
        const place = at % order.length;
        return { once, shuffled: [...order.slice(0, place), ...again, ...order.slice(place)] };
      }),
  );
