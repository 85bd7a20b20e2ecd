import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { hiveLoggerCases, posthookCases } from './hive-cases';
import { edge, known, linesOf, NONE, type SqlCase } from './sql-case';

/** Every case of the corpus that has column lineage to compare with. */
export function sqlCases(folder: string): readonly SqlCase[] {
  return [...datahubCases(folder), ...sqllineageCases(folder), ...hiveLoggerCases(folder), ...posthookCases(folder)];
}

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
