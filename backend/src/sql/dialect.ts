/** How unquoted names are stored; `keep`: as written, and case never tells two names apart. */
export type NameFold = 'lower' | 'upper' | 'keep';

/** What a dialect's text means where the parser does not say. */
export interface Dialect {
  readonly name: string;
  /** The parser's name for it. */
  readonly parser: string;
  readonly fold: NameFold;
  /** `"Id"` and `id` are two columns. */
  readonly quotedKeepsCase: boolean;
  /** The schema of `db..table`. */
  readonly defaultSchema: string;
  /** An expression may use the alias of an earlier one of the same SELECT. */
  readonly hasLateralAliases: boolean;
  /** A backslash in a string takes the next character with it. */
  readonly hasBackslashes: boolean;
  readonly hasHashComments: boolean;
  readonly hasDollarQuotes: boolean;
  readonly hasBrackets: boolean;
  /** "…" is a string, not a name. */
  readonly hasDoubleQuotedStrings: boolean;
  /** `a.b.c` within one pair of quotes is three names, """ starts a long string, tables of one day each are one. */
  readonly isBigQueryLike: boolean;
  /** `from t, t.items`: the second unnests a column of the first. */
  readonly unnestsInFrom: boolean;
}

const PLAIN: Dialect = {
  name: 'generic',
  parser: 'generic',
  fold: 'keep',
  quotedKeepsCase: false,
  defaultSchema: 'dbo',
  hasLateralAliases: true,
  hasBackslashes: false,
  hasHashComments: false,
  hasDollarQuotes: true,
  hasBrackets: false,
  hasDoubleQuotedStrings: false,
  isBigQueryLike: false,
  unnestsInFrom: false,
};

const SPARK = { hasBackslashes: true, hasDoubleQuotedStrings: true, hasDollarQuotes: false, fold: 'lower' } as const;
const POSTGRES = { fold: 'lower', quotedKeepsCase: true, hasLateralAliases: false } as const;

const SAID: Readonly<Record<string, Partial<Dialect>>> = {
  generic: {},
  postgres: { ...POSTGRES, parser: 'postgresql' },
  cockroachdb: POSTGRES,
  greenplum: { ...POSTGRES, parser: 'postgresql' },
  materialize: POSTGRES,
  risingwave: POSTGRES,
  redshift: { fold: 'lower', unnestsInFrom: true },
  snowflake: { fold: 'upper', quotedKeepsCase: true, hasBackslashes: true, defaultSchema: 'PUBLIC' },
  oracle: { fold: 'upper', quotedKeepsCase: true, hasLateralAliases: false },
  bigquery: {
    hasBackslashes: true,
    hasHashComments: true,
    hasDoubleQuotedStrings: true,
    hasDollarQuotes: false,
    hasLateralAliases: false,
    isBigQueryLike: true,
    unnestsInFrom: true,
  },
  databricks: SPARK,
  spark: SPARK,
  hive: SPARK,
  duckdb: {},
  trino: { hasLateralAliases: false, hasDollarQuotes: false, fold: 'lower' },
  presto: { hasLateralAliases: false, hasDollarQuotes: false, fold: 'lower' },
  athena: { hasLateralAliases: false, hasDollarQuotes: false, fold: 'lower' },
  mysql: {
    hasBackslashes: true,
    hasHashComments: true,
    hasDoubleQuotedStrings: true,
    hasDollarQuotes: false,
    hasLateralAliases: false,
  },
  tsql: { hasBrackets: true, hasLateralAliases: false, hasDollarQuotes: false },
  fabric: { hasBrackets: true, hasLateralAliases: false, hasDollarQuotes: false },
  sqlite: { hasBrackets: true, hasLateralAliases: false },
  clickhouse: { hasBackslashes: true, quotedKeepsCase: true },
  teradata: {},
  exasol: { fold: 'upper', quotedKeepsCase: true },
  doris: { hasBackslashes: true, hasDoubleQuotedStrings: true },
  starrocks: { hasBackslashes: true, hasDoubleQuotedStrings: true },
  singlestore: { hasBackslashes: true, hasDoubleQuotedStrings: true },
  tidb: { hasBackslashes: true, hasDoubleQuotedStrings: true },
  dremio: {},
  drill: {},
};

const DIALECTS: ReadonlyMap<string, Dialect> = new Map(
  Object.entries(SAID).map(([name, said]) => [name, { ...PLAIN, name, parser: name, ...said }]),
);

/** Names that dbt adapters, namespaces and OpenLineage producers use for the same thing. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  postgresql: 'postgres',
  cockroach: 'cockroachdb',
  alloydb: 'postgres',
  crate: 'postgres',
  mssql: 'tsql',
  sqlserver: 'tsql',
  synapse: 'tsql',
  'fabric-warehouse': 'fabric',
  sparksql: 'spark',
  'spark-sql': 'spark',
  fabricspark: 'spark',
  glue: 'spark',
  impala: 'hive',
  unitycatalog: 'databricks',
  awsathena: 'athena',
  mariadb: 'mysql',
  db2: 'generic',
  ansi: 'generic',
  vertica: 'postgres',
  firebolt: 'postgres',
};

/** A dialect by any name it goes by; null for one that is not known. */
export function dialectOf(name: string): Dialect | null {
  const key = name.trim().toLowerCase();
  return DIALECTS.get(OTHER_NAMES[key] ?? key) ?? null;
}

/** Where the dialect is not known: names keep their case and match whatever it is. */
export const UNKNOWN_DIALECT: Dialect = PLAIN;

/** The names under which dialects are known, the common ones first. */
export const DIALECT_NAMES: readonly string[] = [...DIALECTS.keys()];
