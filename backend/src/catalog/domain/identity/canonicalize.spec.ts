import fc from 'fast-check';
import type { Spelling } from '../../../shared/vocabulary';
import { canonicalize, canonicalNamespace, knownPlatforms, spellingOfUri } from '.';
import { EMPTY_REGISTRY, type NamespaceAlias, type NamespaceRegistry } from './canonical-name';
import cases from './cases.fixture.json';

interface Case {
  readonly case: string;
  readonly spelling: {
    readonly namespace?: string;
    readonly name?: string;
    readonly quoting?: string;
    readonly uri?: string;
  };
  readonly defaults?: { readonly database: string; readonly schema: string };
  readonly aliases?: Readonly<Record<string, string>>;
  readonly canonical: {
    readonly namespace: string;
    readonly name: string;
    readonly isPartial?: boolean;
    readonly subset?: string;
  };
}

const exact = (pattern: string, target: string): NamespaceAlias => ({ kind: 'exact', pattern, target });

function registryOf({ defaults, aliases = {}, canonical }: Case): NamespaceRegistry {
  const settings = {
    casePolicy: 'platform' as const,
    defaultDatabase: defaults?.database ?? null,
    defaultSchema: defaults?.schema ?? null,
  };
  return {
    aliases: Object.entries(aliases).map(([pattern, target]) => exact(pattern, target)),
    settings: new Map([[canonical.namespace, settings]]),
  };
}

function spellingOf({ spelling }: Case): Spelling {
  return (spelling.uri === undefined ? spelling : spellingOfUri(spelling.uri)) as Spelling;
}

const known = (namespace: string, name: string): Spelling => ({ namespace, name, quoting: 'KNOWN' });
const unknown = (namespace: string, name: string): Spelling => ({ namespace, name, quoting: 'UNKNOWN' });
const nameOf = (spelling: Spelling): string => canonicalize(spelling, EMPTY_REGISTRY).name;
const PG = 'postgres://pg.internal:5432';

describe('the table of spellings', () => {
  it('has 65 cases', () => expect(cases).toHaveLength(65));

  it.each((cases as Case[]).map((one) => [one.case, one] as const))('%s', (_, one) => {
    const { namespace, name, isPartial, subset } = canonicalize(spellingOf(one), registryOf(one));
    expect({ namespace, name, isPartial, subset }).toEqual({ isPartial: false, subset: null, ...one.canonical });
  });
});

describe('quotes', () => {
  it.each([
    ['"analytics"."public"."Orders"', 'analytics.public."Orders"'],
    ['analytics.public."order items"', 'analytics.public."order items"'],
    ['[Analytics].`public`."orders"', '"Analytics".public.orders'],
    ['"a""b".public.orders', '"a""b".public.orders'],
    ['analytics."pub.lic".orders', 'analytics."pub.lic".orders'],
    ['analytics.public."orders', 'analytics.public."""orders"'],
    ['"a"b.public.orders', '"""a""b".public.orders'],
    [' "analytics" . "public" . orders ', 'analytics.public.orders'],
  ])('%s in Postgres is %s', (raw, canonical) => expect(nameOf(known(PG, raw))).toBe(canonical));

  it('are tried on a name whose writer may not have known them, where they matter', () => {
    expect(canonicalize(unknown(PG, 'analytics.public.Orders'), EMPTY_REGISTRY)).toMatchObject({
      name: 'analytics.public.orders',
      verbatimName: 'analytics.public."Orders"',
      quotingKnown: false,
    });
    expect(canonicalize(unknown('mssql://s', 'a.b.Orders'), EMPTY_REGISTRY).verbatimName).toBeNull();
    expect(canonicalize(known(PG, 'a.b.Orders'), EMPTY_REGISTRY).verbatimName).toBeNull();
    expect(canonicalize(unknown(PG, 'a.b."Orders"'), EMPTY_REGISTRY)).toMatchObject({
      name: 'a.b."Orders"',
      quotingKnown: true,
    });
  });

  it('in BigQuery may hold the whole path', () => {
    expect(nameOf(known('bigquery', '`My-Proj.sales.Orders`'))).toBe('my-proj.sales.Orders');
  });

  it('around needlessly quoted parts go on a platform nobody knows, all else stays', () => {
    expect(nameOf(known('shop', '"shop"."main"."Orders"'))).toBe('shop.main.Orders');
    expect(nameOf(unknown('shop', 'say "hi".x'))).toBe('say "hi".x');
  });
});

describe('dots', () => {
  it('beyond the levels of the platform belong to the first part', () => {
    expect(nameOf(unknown('oracle://h', 'sales.us.Example.com.hr.emp'))).toBe('"sales.us.example.com".HR.EMP');
  });

  it('with nothing between them leave out the default schema of SQL Server', () => {
    expect(nameOf(unknown('mssql://h', 'Sales..Orders'))).toBe('sales.dbo.orders');
  });
});

describe('temporary relations', () => {
  it('are the table they will become', () => {
    expect(canonicalize(known(PG, '"a"."b"."orders__dbt_tmp20240101"'), EMPTY_REGISTRY)).toMatchObject({
      name: 'a.b.orders',
      subset: 'orders__dbt_tmp20240101',
    });
    expect(nameOf(known('snowflake://a-b', 'A.B.ORDERS__DBT_BACKUP'))).toBe('A.B.ORDERS');
  });
});

describe('paths', () => {
  it.each([
    ['gs://b', 'tmp/20250721T0102Z', 'tmp'],
    ['gs://b', 'tmp/2025/14', 'tmp/2025/14'],
    ['gs://b', 'tmp/21.07.2025', 'tmp'],
    ['gs://b', 'tmp/31.02.2025', 'tmp/31.02.2025'],
    ['gs://b', 'orders/*.parquet', 'orders'],
    ['gs://b', 'orders/{model}', 'orders'],
    ['s3://b', 'orders/_delta_log/00001.json', 'orders'],
    ['s3://b', 'orders/metadata/v3.metadata.json', 'orders'],
    ['s3://b', 'orders/_temporary/0/part-00001', 'orders'],
    ['s3://b', 'orders/lines.csv', 'orders/lines.csv'],
    ['s3://b', 'raw/dt=2025-01-01/20250101.parquet', 'raw'],
    ['hdfs://n', '//a///b//', '/a/b'],
    ['hdfs://n', '/2025/07/21', '/2025/07/21'],
    ['s3://b/raw', 'crm/customers', 'raw/crm/customers'],
    ['file:/tmp/warehouse', 'default.t', '/tmp/warehouse/default.t'],
    ['s3://b', '', ''],
  ])('%s %s → %s', (namespace, name, canonical) => {
    if (name === '') expect(() => nameOf(unknown(namespace, name))).toThrow('Name: must not be empty');
    else expect(nameOf(unknown(namespace, name))).toBe(canonical);
  });
});

describe('names to the letter', () => {
  it('keep everything but white space around them', () => {
    const spelling: Spelling = { namespace: 'dbt://shop', name: ' model."Shop".x\ty ', quoting: 'NONE' };
    expect(canonicalize(spelling, EMPTY_REGISTRY)).toEqual({
      namespace: 'dbt://shop',
      name: 'model."Shop".x\ty',
      platform: 'dbt',
      isWeak: false,
      isPartial: false,
      subset: null,
      quotingKnown: true,
      verbatimName: null,
    });
  });

  it('still hold no NUL', () => {
    expect(() => nameOf({ namespace: 'dbt://shop', name: 'a\0b', quoting: 'NONE' })).toThrow('U+0000');
  });
});

describe('hostile input', () => {
  it.each([
    ['empty', '', /Name: must not be empty/],
    ['blank', ' \t\n', /must not be empty/],
    ['10 kB', 'x'.repeat(10_240), /has 10240 characters, at most 4096/],
    ['NUL', 'a\0b', /U\+0000 is not allowed/],
    ['an escape', 'a\u001b[31mb', /control character U\+001B/],
    ['a line break', 'a\nb', /control character U\+000A/],
    ['half a character', 'a\ud83d', /not well-formed Unicode/],
  ])('%s is refused, with the rule', (_, name, message) => {
    for (const namespace of [PG, 's3://b', 'kafka://k', 'shop']) {
      expect(() => canonicalize(unknown(namespace, name), EMPTY_REGISTRY)).toThrow(message);
    }
    const asNamespace = (): unknown => canonicalNamespace(name, EMPTY_REGISTRY);
    expect(asNamespace).toThrow(expect.objectContaining({ code: 'INVALID' }) as Error);
  });

  it.each([
    ['emoji', '🧾'.repeat(500)],
    ['quotes', '"`\'['.repeat(250)],
    ['dots', '.'.repeat(1000)],
    ['slashes', '/a'.repeat(500)],
    ['markup', '<script>alert(1)</script>'.repeat(40)],
  ])('1,000 characters of %s are a name on every platform, short enough to be indexed', (_, name) => {
    const lengths = namespaces.map((namespace) => Buffer.byteLength(nameOf(unknown(namespace, name))));
    expect(Math.min(...lengths)).toBeGreaterThan(0);
    expect(Math.max(...lengths)).toBeLessThan(2_200);
  });

  it('long names that differ at their ends stay apart', () => {
    const long = 'x'.repeat(4_000);
    for (const namespace of ['s3://b', 'kafka://k', 'shop', 'snowflake://a-b', 'bigquery']) {
      expect(nameOf(unknown(namespace, `${long}1`))).not.toBe(nameOf(unknown(namespace, `${long}2`)));
    }
  });
});

const namespaces = [
  ...knownPlatforms().map((platform) => `${platform}://host`),
  'bigquery',
  'shop',
  'spanner://p:i',
  'file',
];
const hostileText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom('"', '`', '[', ']', '.', ' ', 'a', 'B', 'ß', '/', '=', '$', '2', '*'),
    maxLength: 40,
  }),
  fc.stringMatching(/^[a-c]{1,3}\/(2025|y=1|20250101|raw|x\.csv|part-00001){1,3}(\/[a-z*{}.=]{1,9}){0,4}$/),
  fc.noShrink(fc.string({ unit: 'grapheme', minLength: 500, maxLength: 1_500 })),
);
const defaults = fc.record({
  casePolicy: fc.constantFrom('platform' as const, 'lower' as const, 'sensitive' as const),
  defaultDatabase: fc.constantFrom(null, 'Analytics', 'a.b'),
  defaultSchema: fc.constantFrom(null, 'Public'),
});

describe('canonicalize', () => {
  it('changes nothing when applied to its own result', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...namespaces),
        hostileText,
        fc.constantFrom('KNOWN' as const, 'UNKNOWN' as const),
        fc.constantFrom('KNOWN' as const, 'UNKNOWN' as const),
        defaults,
        (namespace, name, quoting, again, settings) => {
          fc.pre(name.trim() !== '');
          const registry: NamespaceRegistry = {
            aliases: [],
            settings: new Map([[canonicalNamespace(namespace, EMPTY_REGISTRY).namespace, settings]]),
          };
          const once = attempt(() => canonicalize({ namespace, name, quoting }, registry));
          if (once === null) return;
          const twice = canonicalize({ namespace: once.namespace, name: once.name, quoting: again }, registry);
          expect([twice.namespace, twice.name]).toEqual([once.namespace, once.name]);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('settles every namespace, however it is written', () => {
    const authority = fc.oneof(
      hostileText,
      fc.noShrink(fc.webUrl()),
      fc.constantFrom('h:1,H:2', 'u:p@h', '[::1]:5', 'h\\inst', '@', '/'),
    );
    const scheme = fc.constantFrom(
      ...knownPlatforms(),
      'jdbc:postgresql',
      'jdbc:sqlserver',
      'jdbc:oracle:thin',
      'x',
      'file',
    );
    fc.assert(
      fc.property(scheme, fc.constantFrom('://', ':', ':/', ':@', ''), authority, (first, mark, rest) => {
        const once = attempt(() => canonicalNamespace(`${first}${mark}${rest}`, EMPTY_REGISTRY));
        if (once === null || once.namespace.length > 1_024) return;
        expect(canonicalNamespace(once.namespace, EMPTY_REGISTRY)).toEqual(once);
      }),
      { numRuns: 3_000 },
    );
  });
});

function attempt<T>(give: () => T): T | null {
  try {
    return give();
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID' });
    return null;
  }
}
