import { ask, unique } from './lineage-world';

const NAMESPACE = 'postgres://columns.e2e.example:5432';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** `column: parent.column`, with `join` or `masked` after it for what is not passed on as it is. */
  readonly from?: Readonly<Record<string, string>>;
}

/** Tables whose columns feed one another. */
export interface ColumnWorld {
  readonly idOf: (table: string) => string;
  readonly nameOf: (table: string) => string;
  /** The name of a row: of a column of a table. */
  readonly row: (column: string) => string;
}

/** raw → clean → mart → report, followed by their column `mail`; mart has 400 columns, report joins by it. */
export async function plantColumns(): Promise<ColumnWorld> {
  const prefix = unique('cols');
  const nameOf = (table: string): string => `${prefix}.marts.${prefix}_${table}`;
  const wide = Array.from({ length: 399 }, (_, i) => `field_${String(i).padStart(3, '0')}`);
  const ids = new Map<string, string>();
  for (const { name, columns, from = {} } of [
    { name: 'raw', columns: ['id', 'mail'] },
    { name: 'clean', columns: ['id', 'mail'], from: { id: 'raw.id', mail: 'raw.mail transformed' } },
    { name: 'mart', columns: ['mail', ...wide], from: { mail: 'clean.mail' } },
    { name: 'report', columns: ['mail_hash', 'city'], from: { mail_hash: 'mart.mail masked', city: 'mart.mail join' } },
  ] satisfies Table[]) {
    const id = await register(nameOf(name), columns);
    ids.set(name, id);
    await feed(id, from, ids);
  }
  const idOf = (table: string): string => ids.get(table) ?? '';
  const row = (column: string): string => {
    const [table = '', name = ''] = column.split('.');
    return `${idOf(table)}#${name}`;
  };
  return { idOf, nameOf, row };
}

async function register(name: string, columns: readonly string[]): Promise<string> {
  const input = { namespace: NAMESPACE, name, type: 'TABLE', columns: columns.map((column) => ({ name: column })) };
  const query = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
  return (await ask<{ registerAsset: { id: string } }>(query, { input })).registerAsset.id;
}

const KINDS: Readonly<Record<string, object>> = {
  transformed: { kind: 'TRANSFORMATION' },
  masked: { kind: 'TRANSFORMATION', masking: true },
  join: { kind: 'JOIN' },
};

async function feed(
  assetId: string,
  from: Readonly<Record<string, string>>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const columns = Object.entries(from).map(([column, source]) => {
    const [end = '', how = ''] = source.split(' ');
    const [table = '', parentColumn = ''] = end.split('.');
    return { column, parentAssetId: ids.get(table), parentColumn, ...KINDS[how] };
  });
  if (columns.length === 0) return;
  const parentAssetIds = [...new Set(columns.map(({ parentAssetId }) => parentAssetId))];
  const input = { assetId, parentAssetIds, transformation: 'sql', columns };
  await ask('mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }', { input });
}
