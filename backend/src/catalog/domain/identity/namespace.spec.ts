import fc from 'fast-check';
import {
  canonicalize,
  canonicalNamespace,
  checkAlias,
  columnUrnOf,
  displayNameOf,
  spellingOfUri,
  urnOf,
  withoutSecrets,
} from '.';
import { EMPTY_REGISTRY, type NamespaceAlias, type NamespaceRegistry } from './canonical-name';

const plain = (raw: string): string => canonicalNamespace(raw, EMPTY_REGISTRY).namespace;
const withAliases = (...aliases: NamespaceAlias[]): NamespaceRegistry => ({ aliases, settings: new Map() });
const alias = (kind: NamespaceAlias['kind'], pattern: string, target: string): NamespaceAlias => ({
  kind,
  pattern,
  target,
});

describe('a namespace', () => {
  it.each([
    ['postgresql+psycopg2://fred:secret@PG.internal./db?sslmode=require', 'postgres://pg.internal:5432'],
    ['sqlserver://SQL01/Reporting', 'mssql://sql01/reporting'],
    ['jdbc:sqlserver://sql01\\Reporting:1500;databaseName=x;password=y', 'mssql://sql01:1500/reporting'],
    ['jdbc:jtds:sqlserver://sql01/sales', 'mssql://sql01:1433'],
    ['jdbc:oracle:thin:fred/secret@//ora.internal:1522/svc', 'oracle://ora.internal:1522'],
    [
      'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora)(PORT=1599))(CONNECT_DATA=(SERVICE_NAME=svc)))',
      'oracle://ora:1599',
    ],
    [
      'jdbc:snowflake://xy12345.eu-central-1.snowflakecomputing.com/?db=A&schema=B',
      'snowflake://xy12345.eu-central-1.aws',
    ],
    [
      'jdbc:databricks://dbc.cloud.databricks.com:443/default;httpPath=x;ConnCatalog=main',
      'unitycatalog://dbc.cloud.databricks.com',
    ],
    ['jdbc:awsathena://AwsRegion=eu-west-1;S3OutputLocation=s3://x', 'awsathena://athena.eu-west-1.amazonaws.com'],
    ['jdbc:db2://h:50001/SALES:user=x;password=y;', 'db2://h:50001'],
    ['jdbc:mysql:loadbalance://h2,h1/db', 'mysql://h1:3306,h2:3306'],
    ['redshift://wg.123456789012.us-east-1.redshift-serverless.amazonaws.com', 'redshift://wg.us-east-1:5439'],
    ['mongodb+srv://u:p@Cluster0.abc.mongodb.net/shop', 'mongodb://cluster0.abc.mongodb.net:27017'],
    ['bigquery://my-proj/sales', 'bigquery'],
    ['spanner://proj:instance', 'spanner://proj:instance'],
    ['foo://user:pw@Host/x?token=1', 'foo://Host/x'],
    ['https://api.example.com/v1/', 'https://api.example.com/v1'],
    ['unity-catalog', 'unity-catalog'],
    ['Food Delivery', 'Food Delivery'],
  ])('%s is %s', (raw, canonical) => expect(plain(raw)).toBe(canonical));

  it.each([
    'postgres://localhost',
    'mysql://127.0.0.1:3306',
    'kafka://kafka:9092',
    'file',
    'postgres://host.docker.internal',
  ])('%s means another machine to everybody', (raw) =>
    expect(canonicalNamespace(raw, EMPTY_REGISTRY).isWeak).toBe(true),
  );

  it('of a connection completes names with its database and schema', () => {
    const spelling = {
      namespace: 'jdbc:snowflake://a-b.snowflakecomputing.com/?db=Sales&schema=Public',
      name: 'orders',
    };
    expect(canonicalize({ ...spelling, quoting: 'KNOWN' }, EMPTY_REGISTRY)).toMatchObject({
      namespace: 'snowflake://a-b',
      name: 'SALES.PUBLIC.ORDERS',
      isPartial: false,
    });
  });
});

describe('aliases', () => {
  const registry = withAliases(
    alias('exact', 'food_delivery', 'postgres://pg.internal:5432/delivery'),
    alias('host_list', 'broker2, broker3:9093', 'kafka://broker1'),
    alias('regex', 'postgres://pg-replica-\\d+\\.internal:5432', 'postgres://pg.internal'),
    alias('regex_group', 'snowflake://([a-z]+)-staging', 'snowflake://$1-prod'),
    alias('exact', 'eats', 'food_delivery'),
  );
  const resolve = (raw: string): string => canonicalNamespace(raw, registry).namespace;

  it.each([
    ['food_delivery', 'postgres://pg.internal:5432'],
    ['eats', 'postgres://pg.internal:5432'],
    ['kafka://Broker2:9092,broker9', 'kafka://broker1:9092'],
    ['kafka://broker3:9093', 'kafka://broker1:9092'],
    ['kafka://broker9', 'kafka://broker9:9092'],
    ['mysql://broker2', 'mysql://broker2:3306'],
    ['postgresql://pg-replica-12.internal', 'postgres://pg.internal:5432'],
    ['postgresql://pg-replica-x.internal', 'postgres://pg-replica-x.internal:5432'],
    ['snowflake://ACME-STAGING', 'snowflake://acme-prod'],
  ])('%s → %s', (raw, canonical) => expect(resolve(raw)).toBe(canonical));

  it('may name a database for the names of a word of the house', () => {
    const { name } = canonicalize({ namespace: 'eats', name: 'public.Orders', quoting: 'UNKNOWN' }, registry);
    expect(name).toBe('delivery.public.orders');
  });

  it('settle the same way in whatever order they were added, even in a circle', () => {
    const words = fc.constantFrom('a', 'b', 'c', 'd', 'postgres://h', 'kafka://k');
    const some = fc.array(fc.record({ pattern: words, target: words }), { maxLength: 6 });
    const unique = some.map((pairs) => [...new Map(pairs.map((pair) => [pair.pattern, pair])).values()]);
    fc.assert(
      fc.property(unique, words, fc.infiniteStream(fc.nat()), (pairs, start, picks) => {
        const aliases = pairs.map(({ pattern, target }) => alias('exact', pattern, target));
        const shuffled = aliases
          .map((one) => ({ one, rank: picks.next().value ?? 0 }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ one }) => one);
        const once = canonicalNamespace(start, withAliases(...aliases));
        expect(canonicalNamespace(start, withAliases(...shuffled))).toEqual(once);
        expect(canonicalNamespace(once.namespace, withAliases(...aliases))).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [alias('regex', 'a(', 'b'), /missing closing|Pattern `a\(`/],
    [alias('regex', '(?=a)', 'b'), /Pattern/],
    [alias('regex', 'x'.repeat(501), 'b'), /1 to 500 characters/],
    [alias('regex', '((a{9}){9}){9}', 'b'), /multiply to at most 100/],
    [alias('exact', '', 'b'), /must not be empty/],
    [alias('host_list', 'a,,b', 'kafka://k'), /host in the list is empty/],
  ])('%j is refused', (one, message) => expect(() => checkAlias(one)).toThrow(message));

  it('whose target they match again are fine as long as they settle', () => {
    const all = alias('regex', '.*', 'postgres://h:5432');
    expect(checkAlias(all)).toEqual(all);
  });

  it('match in linear time', () => {
    const evil = withAliases(alias('regex', '(a+)+(b+)+c', 'x'));
    const start = performance.now();
    canonicalNamespace(`${'a'.repeat(500)}${'b'.repeat(500)}`, evil);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('spellings shown to people', () => {
  it('hold no password', () => {
    expect(withoutSecrets('jdbc:postgresql://h/db?user=fred&password=x')).toBe('jdbc:postgresql://h/db');
    expect(withoutSecrets('postgres://fred:x@h/db')).toBe('postgres://h/db');
    expect(withoutSecrets('jdbc:oracle:thin:fred/x@h:sid')).toBe('jdbc:oracle:thin:@h:sid');
    expect(withoutSecrets('s3://bucket/a?b')).toBe('s3://bucket/a');
    expect(withoutSecrets('plain word')).toBe('plain word');
  });

  it.each([
    ['analytics.public."Orders.v2"', 'postgres', 'Orders.v2'],
    ['raw/crm/customers', 's3', 'customers'],
    ['/', 'hdfs', '/'],
    ['customer.events.v1', 'kafka', 'customer.events.v1'],
    ['table/sales/orders', 'glue', 'orders'],
    ['public.delivery_7_days', 'custom', 'delivery_7_days'],
    ['Revenue v2.1', 'custom', 'Revenue v2.1'],
    ['GET /v1/orders', 'https', 'GET /v1/orders'],
  ])('%s on %s is called %s', (name, platform, shown) => expect(displayNameOf(name, platform)).toBe(shown));

  it('become URNs with only what would break them encoded', () => {
    expect(urnOf('postgres://h:5432', 'a.b."c, (d)%"')).toBe(
      'urn:trib:dataset:(postgres://h:5432,a.b."c%2C%20%28d%29%25")',
    );
    expect(columnUrnOf('shop', 'orders', 'items[].sku')).toBe('urn:trib:column:(shop,orders,items[].sku)');
  });

  it('are recognised as the address of a file or not', () => {
    expect(spellingOfUri('https://storage.googleapis.com/b/a/c')).toEqual({
      namespace: 'gs://b',
      name: 'a/c',
      quoting: 'KNOWN',
    });
    expect(spellingOfUri('https://example.com/x')).toBeNull();
  });
});
