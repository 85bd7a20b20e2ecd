import { dbtConnector } from '../../src/ingestion/connectors/dbt';
import type { MetadataPatch, Statement } from '../../src/ingestion/metadata-patch';
import { corpusFolder, documentOf, givenDelivery, truthsOf, type Truth } from './corpus';

async function read(part: string, truth: Truth): Promise<{ patch: MetadataPatch; statements: Statement[] }> {
  const input = givenDelivery(
    { [part]: documentOf(truth) },
    { namespace: 'postgres://db.internal:5432', project: 'p' },
  );
  for await (const patch of dbtConnector.read(input)) {
    const statements: Statement[] = [];
    for await (const batch of patch.statements) statements.push(...batch);
    return { patch, statements };
  }
  throw new Error('no patch');
}

const named = (kind: string): [string, Truth][] => truthsOf(kind).map((truth) => [truth.path, truth]);
const refusedIn = (statements: readonly Statement[]): Statement[] =>
  statements.filter((statement) => statement.kind === 'note' && statement.outcome === 'REFUSED');
const total = (counts: unknown): number =>
  Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0);

if (corpusFolder === undefined) {
  it('is skipped: no corpus of real dbt artifacts beside the repository nor at TRIBUTARY_CORPUS', () => {
    expect(truthsOf('dbt-catalog')).toEqual([]);
  });
} else {
  describe('real catalogs', () => {
    it.each(named('dbt-catalog'))('%s', async (_, truth) => {
      const { patch, statements } = await read('catalog', truth);
      const assets = statements.filter((statement) => statement.kind === 'asset');
      expect(refusedIn(statements)).toEqual([]);
      expect(patch).toMatchObject({ isComplete: false, source: { kind: 'dbt-catalog', name: 'p' } });
      expect(assets).toHaveLength(Number(truth['nodes']) + Number(truth['sources']));
      expect(assets.flatMap(({ columns = [] }) => columns)).toHaveLength(Number(truth['columns_total']));
    });
  });

  describe('real run results', () => {
    it.each(named('dbt-run-results'))('%s', async (_, truth) => {
      const { patch, statements } = await read('run_results', truth);
      const types = truth['by_type'] as Record<string, number>;
      const tests = (types['test'] ?? 0) + (types['unit_test'] ?? 0);
      expect(refusedIn(statements)).toEqual([]);
      expect(patch).toMatchObject({ isComplete: false, source: { kind: 'dbt-run', name: 'p' } });
      expect(statements.filter(({ kind }) => kind === 'result')).toHaveLength(tests);
      expect(statements).toHaveLength(total(types));
    });
  });

  describe('real source freshness', () => {
    it.each(named('dbt-sources'))('%s', async (_, truth) => {
      const { statements } = await read('sources', truth);
      expect(refusedIn(statements)).toEqual([]);
      expect(statements.filter(({ kind }) => kind === 'result')).toHaveLength(Number(truth['results']));
      expect(statements.filter(({ kind }) => kind === 'asset')).toHaveLength(Number(truth['results']));
    });
  });

  describe('real semantic manifests', () => {
    it.each(named('dbt-semantic-manifest'))('%s', async (_, truth) => {
      const { statements } = await read('semantic_manifest', truth);
      const things = ['semantic_models', 'metrics', 'saved_queries'].reduce(
        (sum, name) => sum + Number(truth[name]),
        0,
      );
      const assets = statements.filter((statement) => statement.kind === 'asset');
      expect(refusedIn(statements)).toEqual([]);
      expect(new Set(assets.map(({ key }) => key)).size).toBe(things);
      expect(assets.filter(({ facts }) => facts.type === 'METRIC').every(({ edges = [] }) => edges.length > 0)).toBe(
        true,
      );
    });
  });
}
