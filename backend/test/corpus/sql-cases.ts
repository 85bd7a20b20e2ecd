import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { KnownTable } from '../../src/sql';

/** A text with the column edges that somebody else's engine, or its authors, found in it. */
export interface SqlCase {
  readonly source: 'datahub' | 'sqllineage' | 'hive-logger' | 'hive-posthook';
  readonly name: string;
  readonly dialect: string;
  readonly sql: string;
  readonly tables: readonly KnownTable[];
  readonly defaults: { readonly database?: string; readonly schema?: string };
  /** `table.column < table.column`, lower case, downstream first; a bare query's table is empty. */
  readonly expected: ReadonlySet<string>;
  /** `table.column` that the expectation leaves out: nothing is said about what is found for them. */
  readonly untold: ReadonlySet<string>;
  /** Statements before the one that is told about: they make tables that it reads. */
  readonly before?: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();

const linesOf = (folder: string, path: string): unknown[] => {
  const file = join(folder, 'column-lineage', path);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
};

/** Every case of the corpus that has column lineage to compare with. */
export function sqlCases(folder: string): readonly SqlCase[] {
  return [...datahubCases(folder), ...sqllineageCases(folder), ...hiveLoggerCases(folder), ...posthookCases(folder)];
}

const edge = (down: readonly string[], up: readonly string[]): string =>
  `${down.join('.').toLowerCase()} < ${up.join('.').toLowerCase()}`;

const known = (name: string, columns: readonly string[]): KnownTable => ({
  id: name,
  name: name.split('.'),
  columns,
  isComplete: true,
});

const DATAHUB = 'acryldata+datahub/metadata-ingestion/tests/unit/sql_parsing';

interface DatahubCase {
  readonly golden: string;
  readonly dialect: string;
  readonly sql: string;
  readonly default_db?: string;
  readonly default_schema?: string;
  readonly schemas?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface Golden {
  readonly column_lineage?:
    | readonly {
        readonly downstream: { readonly table: string | null; readonly column: string };
        readonly upstreams: readonly { readonly table: string; readonly column: string }[];
      }[]
    | null;
}

const nameInUrn = (urn: string | null): string => (urn === null ? '' : (urn.split(',')[1] ?? ''));

function datahubCases(folder: string): readonly SqlCase[] {
  return (linesOf(folder, `${DATAHUB}/sql_cases_a.jsonl`) as DatahubCase[]).map((one) => {
    const file = join(folder, 'column-lineage', DATAHUB, 'goldens', one.golden);
    const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
    const edges = (golden.column_lineage ?? []).flatMap(({ downstream, upstreams }) =>
      upstreams.map((up) =>
        edge([...some(nameInUrn(downstream.table)), downstream.column], [nameInUrn(up.table), up.column]),
      ),
    );
    return {
      source: 'datahub',
      name: one.golden.replace(/\.json$/, ''),
      dialect: one.dialect,
      sql: one.sql,
      tables: Object.entries(one.schemas ?? {}).map(([urn, columns]) => known(nameInUrn(urn), Object.keys(columns))),
      defaults: {
        ...(one.default_db === undefined ? {} : { database: one.default_db }),
        ...(one.default_schema === undefined ? {} : { schema: one.default_schema }),
      },
      expected: new Set(edges),
      untold: NONE,
    };
  });
}

const some = (text: string): readonly string[] => (text === '' ? [] : [text]);

interface SqllineageCase {
  readonly sql: string;
  readonly test: string;
  readonly dialect?: string;
  readonly metadata_provider?: string;
  readonly column_lineages?: readonly (readonly { readonly table?: string | null; readonly column: string }[])[];
}

function sqllineageCases(folder: string): readonly SqlCase[] {
  const schemas = JSON.parse(
    readFileSync(join(folder, 'column-lineage/reata+sqllineage/tests/warehouse_schemas.json'), 'utf8'),
  ) as Readonly<Record<string, readonly string[]>>;
  const warehouse = Object.entries(schemas).map(([name, columns]) => known(name, columns));
  return (linesOf(folder, 'reata+sqllineage/tests/column_lineage_cases_a.jsonl') as SqllineageCase[])
    .filter(({ column_lineages: edges }) => edges !== undefined)
    .map((one) => ({
      source: 'sqllineage',
      name: one.test,
      dialect: one.dialect ?? 'generic',
      sql: one.sql,
      tables: one.metadata_provider === undefined ? [] : warehouse,
      defaults: {},
      expected: new Set(
        (one.column_lineages ?? []).flatMap(([up, down]) =>
          up?.table && down ? [edge([down.table ?? '', down.column], [up.table, up.column])] : [],
        ),
      ),
      untold: NONE,
    }));
}

/** Tables that Hive's own tests find in place, from its `q_test_init.sql`. */
const HIVE_TABLES: Readonly<Record<string, string>> = {
  src: 'key value',
  src1: 'key value',
  src_cbo: 'key value',
  srcbucket: 'key value',
  srcbucket2: 'key value',
  srcpart: 'key value ds hr',
  src_sequencefile: 'key value',
  src_json: 'json',
  alltypesorc:
    'ctinyint csmallint cint cbigint cfloat cdouble cstring1 cstring2 ctimestamp1 ctimestamp2 cboolean1 cboolean2',
  part: 'p_partkey p_name p_mfgr p_brand p_type p_size p_container p_retailprice p_comment',
  lineitem:
    'l_orderkey l_partkey l_suppkey l_linenumber l_quantity l_extendedprice l_discount l_tax l_returnflag l_linestatus l_shipdate l_commitdate l_receiptdate l_shipinstruct l_shipmode l_comment',
  src_thrift: 'aint astring lint lstring lintstring mstringstring attributednull unionfield1 unionfield2 unionfield3',
};

const hiveTable = (name: string, columns: readonly string[]): KnownTable => ({
  ...known(`default.${name}`, columns),
  aliases: [[name]],
});

interface LoggedEdges {
  readonly queryText: string;
  readonly edges: readonly {
    readonly sources: readonly number[];
    readonly targets: readonly number[];
    readonly edgeType: string;
  }[];
  readonly vertices: readonly { readonly id: number; readonly vertexId: string }[];
}

const CLIENT = 'yinkaipeng+hive2/@027527b9/ql/src/test/results/clientpositive';

const hiveSchema = (): Map<string, string[]> =>
  new Map(Object.entries(HIVE_TABLES).map(([name, columns]) => [name, columns.split(' ')]));

function hiveLoggerCases(folder: string): readonly SqlCase[] {
  return ['lineage2', 'cbo_rp_lineage2'].flatMap((file) => {
    const schema = hiveSchema();
    const statements = linesOf(folder, `${CLIENT}/${file}.statements.jsonl`) as { readonly sql: string }[];
    for (const { sql } of statements) if (!/\bas\s+select/i.test(sql)) readDdl(sql, schema);
    return (linesOf(folder, `${CLIENT}/${file}.lineage.jsonl`) as LoggedEdges[]).flatMap((one, at) => {
      const tables = [...schema].map(([name, columns]) => hiveTable(name, columns));
      const names = new Map(one.vertices.map(({ id, vertexId }) => [id, vertexId]));
      const direct = one.edges.filter(({ edgeType }) => edgeType === 'PROJECTION');
      learn(schema, [...names.values()], direct);
      const said = {
        source: 'hive-logger' as const,
        name: `${file} ${at + 1}`,
        dialect: 'hive',
        sql: one.queryText,
        tables,
        defaults: { schema: 'default' },
        expected: new Set(
          direct.flatMap(({ sources, targets }) =>
            targets.flatMap((down) => sources.flatMap((up) => loggedEdge(names.get(down) ?? '', names.get(up) ?? ''))),
          ),
        ),
        untold: NONE,
      };
      // Hive logged nothing at all for some statements.
      return one.edges.length === 0 ? [] : [said];
    });
  });
}

/** A bare query's columns are logged under the alias of their table, if at all. */
function loggedEdge(down: string, up: string): readonly string[] {
  const parts = down.split('.');
  // `default.dest1` without a column: the rows that count(*) counts.
  if (up.split('.').length < 3) return [];
  return [edge(parts.length === 3 ? parts : [parts.at(-1) ?? ''], [up])];
}

/** Later statements of the file read what earlier ones made: its columns are among the vertices. */
function learn(schema: Map<string, string[]>, vertices: readonly string[], edges: LoggedEdges['edges']): void {
  const targets = new Set(edges.flatMap(({ targets: all }) => all));
  vertices.forEach((vertex, id) => {
    const [database, table, column] = vertex.split('.');
    if (!targets.has(id) || database !== 'default' || table === undefined || column === undefined) return;
    const columns = schema.get(table) ?? [];
    if (!columns.includes(column)) schema.set(table, [...columns, column]);
  });
}

interface PosthookCase {
  readonly file: string;
  readonly sql: string;
  readonly ddl_context: readonly string[];
  readonly lineage: readonly {
    readonly target: string;
    /** As Hive printed it. */
    readonly raw: string;
  }[];
}

/** `(table)alias.FieldSchema(name:column, type:…)`: types may have commas in them. */
const FIELD = /\(([\w.]+)\)[\w.]+\.FieldSchema\(name:(\w+),/g;

function posthookCases(folder: string): readonly SqlCase[] {
  const all = linesOf(folder, `${CLIENT}/posthook_lineage_a.jsonl`) as PosthookCase[];
  return all.map((one, at) => {
    const schema = hiveSchema();
    const partitions = new Set(one.ddl_context.flatMap((ddl) => readDdl(ddl, schema)));
    const before = all
      .slice(0, at)
      .filter(({ file, sql }) => file === one.file && /create\s+table[^;]*\bas\s/i.test(sql));
    const sources = ({ raw }: PosthookCase['lineage'][number]): RegExpExecArray[] => [...raw.matchAll(FIELD)];
    return {
      source: 'hive-posthook',
      name: `${one.file} ${at + 1}`,
      dialect: 'hive',
      sql: one.sql,
      tables: [...schema].map(([name, columns]) => hiveTable(name, columns)),
      defaults: {},
      expected: new Set(
        one.lineage.flatMap((line) =>
          sources(line)
            .filter(([, table]) => !table?.startsWith('values__tmp__table'))
            .map(([, table, column]) => edge([targetOf(line.target)], [table ?? '', column ?? ''])),
        ),
      ),
      // Hive does not log the values of partition columns, nor those that its optimizer has made constants.
      before: before.map(({ sql }) => sql),
      untold: new Set([
        ...partitions,
        ...namedPartitions(one),
        ...one.lineage.filter((line) => sources(line).length === 0).map(({ target }) => targetOf(target).toLowerCase()),
      ]),
    };
  });
}

/** Partition columns that the INSERT names, of every table it fills. */
function namedPartitions({ sql, lineage }: PosthookCase): readonly string[] {
  const tables = new Set(lineage.map(({ target }) => targetOf(target).split('.')[0]?.toLowerCase() ?? ''));
  const names = [...sql.matchAll(/partition\s*\(([^)]*)\)/gi)].flatMap(([, list]) => (list ?? '').split(','));
  return names.flatMap((name) =>
    [...tables].map((table) => `${table}.${(name.split('=')[0] ?? '').trim().toLowerCase()}`),
  );
}

const targetOf = (target: string): string => target.replace(/ PARTITION\([^)]*\)/, '');

/** Learns the columns of a CREATE TABLE, by the plainest of readings; gives those of its partitions, with the table. */
function readDdl(ddl: string, schema: Map<string, string[]>): readonly string[] {
  const text = ddl.replaceAll(/--.*$/gm, ' ').replaceAll(/'[^']*'/g, "''");
  const head =
    /create\s+(?:temporary\s+|external\s+)*table\s+(?:if\s+not\s+exists\s+)?`?(?:default\.)?(\w+)`?\s*\(/i.exec(text);
  const like = /create\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)\s+like\s+(\w+)/i.exec(text);
  const [, copy = '', original = ''] = like ?? [];
  const columnsOfOriginal = schema.get(original.toLowerCase());
  if (columnsOfOriginal !== undefined) schema.set(copy.toLowerCase(), columnsOfOriginal);
  if (head === null) return [];
  const table = (head[1] ?? '').toLowerCase();
  const columns = columnsIn(text.slice(head.index + head[0].length));
  const partitioned = /partitioned\s+by\s*\(/i.exec(text);
  const more = partitioned === null ? [] : columnsIn(text.slice(partitioned.index + partitioned[0].length));
  schema.set(table, [...columns, ...more]);
  return more.map((column) => `${table}.${column}`);
}

function columnsIn(text: string): string[] {
  let depth = 0;
  let item = '';
  const items: string[] = [];
  for (const char of text) {
    if (char === ')' && depth === 0) break;
    if ('(<'.includes(char)) depth += 1;
    if (')>'.includes(char)) depth -= 1;
    if (char === ',' && depth === 0) {
      items.push(item);
      item = '';
    } else item += char;
  }
  return [...items, item].flatMap((one) => /^\s*`?(\w+)`?/.exec(one)?.[1]?.toLowerCase() ?? []);
}
