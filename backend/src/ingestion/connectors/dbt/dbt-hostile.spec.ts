import fc from 'fast-check';

import { DomainError } from '../../../shared/errors';
import { givenManifest, reading } from './dbt.fixture';

async function refusal(
  parts: Readonly<Record<string, unknown>>,
  parameters?: Readonly<Record<string, string>>,
): Promise<string> {
  try {
    await reading(parts, parameters);
    return 'accepted';
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID') return error.message;
    throw error;
  }
}

const names = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    '__proto__',
    'constructor',
    '<script>alert(1)</script>',
    '"a"."b"',
    'a.b/c',
    '💥'.repeat(20),
    'x'.repeat(1000),
    '`',
    "'; drop table asset; --",
  ),
);

describe('a hostile dbt manifest', () => {
  it('loses only the entries that cannot be understood, each with its key and reason', async () => {
    const { assets, notes } = await reading({
      manifest: givenManifest(
        {
          'model.shop.good': {
            description: 5,
            tags: ['a', 7, 'b'],
            columns: { a: { data_type: [] }, b: null, c: 'text' },
            meta: null,
          },
          'model.shop.nameless': { name: null },
        },
        {
          sources: {
            'source.shop.s.null': null,
            'source.shop.s.list': [],
            'source.shop.s.ok': { name: 'ok', schema: 's', freshness: 3 },
          },
        },
      ),
    });
    expect(
      assets.map(({ key, facts, columns }) => ({ key, description: facts.description, tags: facts.tags, columns })),
    ).toEqual([
      {
        key: 'dbt:shop/model.shop.good',
        description: undefined,
        tags: ['a', 'b'],
        columns: [{ path: 'a' }, { path: 'b' }],
      },
      { key: 'dbt:shop/source.shop.s.ok', description: undefined, tags: undefined, columns: undefined },
    ]);
    expect(notes.map(({ key, outcome, reason }) => `${outcome} ${key}: ${reason}`)).toEqual([
      expect.stringMatching(/^NOTED dbt:shop\/model.shop.good: left out: .*description: .*expected string/),
      expect.stringMatching(/^REFUSED dbt:shop\/model.shop.nameless: not understood: name: /),
      expect.stringMatching(/^REFUSED dbt:shop\/source.shop.s.null: not understood: the entry: /),
      expect.stringMatching(/^REFUSED dbt:shop\/source.shop.s.list: not understood: the entry: /),
      expect.stringMatching(/^NOTED dbt:shop\/source.shop.s.ok: left out: freshness: /),
    ]);
  });

  it('reads names of any characters to the letter, prototype keys included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(names, { maxLength: 6 }), names, async (models, column) => {
        const nodes = Object.fromEntries(
          models.map((name) => [
            `model.shop.${name}`,
            { name, schema: 's', columns: Object.fromEntries([[column, { name: column }]]) },
          ]),
        );
        const { assets } = await reading({ manifest: { metadata: { project_name: 'shop' }, nodes } });
        const kept = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');
        expect(assets.map(({ key }) => key).sort()).toEqual(
          models.map((name) => kept(`dbt:shop/model.shop.${name}`)).sort(),
        );
        expect(assets.every(({ columns }) => columns?.length === 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('never fails on a node of any shape', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            'name',
            'config',
            'columns',
            'depends_on',
            'tags',
            'meta',
            'schema',
            'freshness',
            'external',
            'test_metadata',
            'owner',
            'exports',
            'type_params',
          ),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        fc.constantFrom('model', 'source', 'exposure', 'metric', 'semantic_model', 'saved_query', 'test', 'snapshot'),
        async (node, type) => {
          const id = `${type}.shop.x`;
          const { assets, notes, rules } = await reading({
            manifest: {
              metadata: { project_name: 'shop' },
              nodes: { [id]: node },
              parent_map: { [id]: node['meta'] ?? [] },
            },
          });
          expect(assets.length + notes.length + rules.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    ));

  it('refuses a unique_id that no index could hold', async () => {
    const { notes } = await reading({ manifest: givenManifest({ [`model.shop.${'x'.repeat(2000)}`]: {} }) });
    expect(notes).toEqual([
      expect.objectContaining({ outcome: 'REFUSED', reason: 'its unique_id is longer than 1500 bytes' }),
    ]);
  });

  it.each([
    [
      { manifest: '{"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/catalog/v1.json"}}' },
      'manifest: is a dbt catalog artifact, not manifest',
    ],
    [{ manifest: '{}' }, 'manifest: is not a dbt manifest, it has no metadata and no nodes'],
    [{ manifest: '{"nodes": {"weird": {}}}' }, 'manifest: does not name its project; give project=…'],
    [
      { manifest: '{"metadata": {"project_name": "shop"}, "nodes": {"model.shop.a": {"name"' },
      'manifest: the document ends too early (at byte 72)',
    ],
    [
      { manifest: '{"metadata": {"project_name": "shop"}, "nodes": []]' },
      'manifest: the document needs a comma or its end (at byte 50)',
    ],
    [
      { manifest: '{"metadata": 7, "nodes": {}}' },
      'manifest: metadata the entry: Invalid input: expected object, received number',
    ],
    [{}, 'Nothing to read: send at least one dbt artifact'],
    [
      { catalog: '{"nodes": {"model.a.x": {}, "model.b.y": {}}}' },
      'catalog: does not name its project; send it with its manifest or give project=…',
    ],
    [{ run_results: '{"foo": 1}' }, 'run_results: is not a dbt run-results artifact'],
  ])('refuses %j', async (parts, message) => {
    expect(await refusal(parts)).toBe(message);
  });

  it.each([
    [{}, "Parameter namespace is missing: say where the project's tables live, like postgres://db.internal:5432"],
    [{ namespace: ' ' }, 'Parameter namespace must not be empty'],
    [{ namespace: 'x', project: 'a/b' }, 'Parameter project must not hold a slash'],
    [{ namespace: 'x', target: 'a#b' }, 'Parameter target must not hold a #'],
    [{ namespace: 'x\n' + 'y' }, 'Parameter namespace must not hold control characters'],
  ])('refuses the parameters %j', async (parameters, message) => {
    expect(await refusal({ manifest: '{}' }, parameters)).toBe(message);
  });
});
