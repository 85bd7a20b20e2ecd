import type { KnownTable } from '../../src/sql';
import { edge, known, linesOf, NONE, type SqlCase } from './sql-case';

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

/** What Hive logged of its own queries: `LineageLogger`. */
export function hiveLoggerCases(folder: string): readonly SqlCase[] {
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

/** What a hook after each query was told. */
export function posthookCases(folder: string): readonly SqlCase[] {
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
