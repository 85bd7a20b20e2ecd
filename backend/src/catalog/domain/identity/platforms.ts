import type { CasePolicy } from './canonical-name';

/**
 * How names look on a platform.
 *
 * dotted: `database.schema.table`, quotes have a meaning. path: slashes, partitions. literal: one text. glue: `table/db/t`.
 */
export type NameStyle = 'dotted' | 'path' | 'literal' | 'glue';
export type Fold = 'lower' | 'upper' | 'keep';

/** What decides how a platform's namespaces and names are normalised. */
export interface PlatformRules {
  readonly platform: string;
  readonly style: NameStyle;
  /** How the platform stores names written without quotes. */
  readonly fold: Fold;
  /** `"Orders"` and `orders` are two things. Only where `fold` is not `keep`. */
  readonly quotedKeepsCase: boolean;
  /** The first part is lower case whatever the rest is: a BigQuery project, an Oracle service. */
  readonly firstPartIsLower: boolean;
  /** Names that differ in case alone are different things, however they are written. */
  readonly caseIsExact: boolean;
  /** Parts of a full name; fewer than `minLevels` are partial. */
  readonly minLevels: number;
  readonly maxLevels: number;
  /** Longest part in bytes, beyond which the platform itself cuts. */
  readonly maxPartBytes: number | null;
  /** Names of columns that differ in case alone are the same column. */
  readonly columnsIgnoreCase: boolean;
  /** Written into the namespace where none is given. */
  readonly defaultPort: number | null;
  /** Left out of the namespace: it says nothing. */
  readonly silentPort: number | null;
}

const DOTTED: PlatformRules = {
  platform: '',
  style: 'dotted',
  fold: 'lower',
  quotedKeepsCase: false,
  firstPartIsLower: false,
  caseIsExact: false,
  minLevels: 3,
  maxLevels: 3,
  maxPartBytes: null,
  columnsIgnoreCase: true,
  defaultPort: null,
  silentPort: null,
};

const TWO = { minLevels: 2, maxLevels: 2 } as const;
const TWO_OR_THREE = { minLevels: 2, maxLevels: 3 } as const;
const POSTGRES = { quotedKeepsCase: true, maxPartBytes: 63 } as const;
const UPPER = { fold: 'upper', quotedKeepsCase: true } as const;
const MYSQL = { ...TWO, fold: 'keep' } as const;
const LITERAL = {
  style: 'literal',
  fold: 'keep',
  caseIsExact: true,
  columnsIgnoreCase: false,
  minLevels: 1,
  maxLevels: 1,
} as const;
const PATH = { ...LITERAL, style: 'path' } as const;

/** By platform; what is not said is as in `DOTTED`: lower case, quotes without meaning, three parts. */
const RULES: Readonly<Record<string, Partial<PlatformRules>>> = {
  postgres: { ...POSTGRES, defaultPort: 5432 },
  cockroach: { ...POSTGRES, defaultPort: 26257 },
  crate: { ...POSTGRES, maxPartBytes: null, defaultPort: 5432 },
  greenplum: { ...POSTGRES, defaultPort: 5432 },
  materialize: { ...POSTGRES, maxPartBytes: null, defaultPort: 6875 },
  risingwave: { ...POSTGRES, maxPartBytes: null, defaultPort: 4566 },
  redshift: { defaultPort: 5439 },
  snowflake: UPPER,
  oracle: { ...UPPER, firstPartIsLower: true, defaultPort: 1521 },
  db2: { ...UPPER, defaultPort: 50000 },
  exasol: { ...UPPER, ...TWO, defaultPort: 8563 },
  mssql: { defaultPort: 1433 },
  'fabric-warehouse': {},
  mysql: { ...MYSQL, defaultPort: 3306 },
  singlestore: { ...MYSQL, defaultPort: 3306 },
  oceanbase: { ...MYSQL, defaultPort: 2881 },
  tidb: { ...MYSQL, defaultPort: 4000 },
  starrocks: { ...MYSQL, ...TWO_OR_THREE, defaultPort: 9030 },
  doris: { ...MYSQL, ...TWO_OR_THREE, defaultPort: 9030 },
  bigquery: { fold: 'keep', caseIsExact: true, firstPartIsLower: true },
  clickhouse: { ...TWO, fold: 'keep', caseIsExact: true, columnsIgnoreCase: false, defaultPort: 8123 },
  hive: { ...TWO_OR_THREE, defaultPort: 9083 },
  impala: { ...TWO_OR_THREE, defaultPort: 21050 },
  spark: { ...TWO_OR_THREE, defaultPort: 10001 },
  unitycatalog: { silentPort: 443 },
  trino: { defaultPort: 443 },
  presto: { defaultPort: 8080 },
  awsathena: { silentPort: 443 },
  glue: { ...TWO, style: 'glue' },
  duckdb: {},
  sqlite: TWO,
  teradata: { ...TWO, defaultPort: 1025 },
  vertica: { defaultPort: 5433 },
  firebolt: { quotedKeepsCase: true },
  dremio: { minLevels: 1, maxLevels: 8, defaultPort: 31010 },
  cassandra: { ...TWO, quotedKeepsCase: true, defaultPort: 9042 },
  mongodb: { ...LITERAL, defaultPort: 27017 },
  kafka: { ...LITERAL, defaultPort: 9092 },
  redis: { ...LITERAL, defaultPort: 6379 },
  elasticsearch: { ...LITERAL, fold: 'lower', defaultPort: 9200 },
  s3: PATH,
  gs: PATH,
  abfss: PATH,
  hdfs: { ...PATH, silentPort: 8020 },
  file: PATH,
  dbfs: PATH,
};

const COMPLETE = new Map(
  Object.entries(RULES).map(([platform, rules]) => [platform, { ...DOTTED, ...rules, platform }]),
);

/** Rules of a platform; of one nobody knows: names count to the letter. */
export function rulesOf(platform: string): PlatformRules {
  return COMPLETE.get(platform) ?? { ...DOTTED, ...LITERAL, platform };
}

/** Whether the catalog knows how the platform's names look. */
export function isKnownPlatform(platform: string): boolean {
  return COMPLETE.has(platform);
}

/** Platforms of which the catalog knows the rules, in no order. */
export function knownPlatforms(): readonly string[] {
  return [...COMPLETE.keys()];
}

/** The rules with an administrator's word on case taken into account; paths and Glue's names have but one way. */
export function withCasePolicy(rules: PlatformRules, policy: CasePolicy): PlatformRules {
  if (policy === 'platform' || rules.style === 'path' || rules.style === 'glue') return rules;
  if (policy === 'lower') return { ...rules, fold: 'lower', quotedKeepsCase: false };
  return { ...rules, fold: 'keep', quotedKeepsCase: false, caseIsExact: true };
}

/** Other schemes that mean a platform, OpenLineage's own names included. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['postgresql', 'postgres'],
  ['cockroachdb', 'cockroach'],
  ['s3a', 's3'],
  ['s3n', 's3'],
  ['gcs', 'gs'],
  ['abfs', 'abfss'],
  ['wasb', 'abfss'],
  ['wasbs', 'abfss'],
  ['sqlserver', 'mssql'],
  ['jtds', 'mssql'],
  ['synapse', 'mssql'],
  ['databricks', 'unitycatalog'],
  ['unity', 'unitycatalog'],
  ['thrift', 'hive'],
  ['hive2', 'hive'],
  ['ch', 'clickhouse'],
  ['mariadb', 'mysql'],
  ['memsql', 'singlestore'],
  ['athena', 'awsathena'],
  ['rediss', 'redis'],
  ['opensearch', 'elasticsearch'],
]);

/** The platform of a scheme, `+driver` left out: `postgresql+psycopg2` is postgres. The scheme itself when unknown. */
export function platformOfScheme(scheme: string): string {
  const bare = scheme.toLowerCase().replace(/\+.*$/, '');
  return SCHEMES.get(bare) ?? bare;
}

/** A part as the platform stores it when it is written without quotes. */
export function foldPart(text: string, rules: PlatformRules): string {
  if (rules.fold === 'keep') return text;
  // Where quotes keep case, the platforms fold ASCII alone; elsewhere a collation ignores all case.
  if (rules.fold === 'upper') return text.replace(/[a-z]+/g, (run) => run.toUpperCase());
  return rules.quotedKeepsCase ? text.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : text.toLowerCase();
}
