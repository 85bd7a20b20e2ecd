import fc from 'fast-check';

/** A model of the project `shop`. */
export interface Model {
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
  readonly from: readonly string[];
  readonly owner?: string;
  readonly isContractEnforced?: boolean;
  /** Columns that are never empty. */
  readonly required?: readonly string[];
}

/** A manifest of a project `shop` with a source `raw.users` and some models. */
export function shopManifest(models: Readonly<Record<string, Model>>): string {
  const relation = (schema: string, name: string) => ({
    database: 'db',
    schema,
    name,
    relation_name: `"db"."${schema}"."${name}"`,
  });
  const columns = (types: Readonly<Record<string, string>>, required: readonly string[] = []) =>
    Object.fromEntries(
      Object.entries(types).map(([name, type]) => [
        name,
        { name, data_type: type, constraints: required.includes(name) ? [{ type: 'not_null' }] : [] },
      ]),
    );
  const nodes = Object.entries(models).map(
    ([name, { columns: types, sql, from, owner, isContractEnforced = false, required }]) => [
      `model.shop.${name}`,
      {
        ...relation('mart', name),
        ...{
          resource_type: 'model',
          package_name: 'shop',
          alias: name,
          config: { materialized: 'table', meta: owner === undefined ? {} : { owner } },
        },
        ...{
          original_file_path: `models/${name}.sql`,
          compiled_code: sql,
          columns: columns(types, required),
          contract: { enforced: isContractEnforced },
          depends_on: { nodes: from },
        },
      },
    ],
  );
  const users = {
    ...relation('raw', 'users'),
    resource_type: 'source',
    package_name: 'shop',
    source_name: 'raw',
    identifier: 'users',
  };
  return JSON.stringify({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
      generated_at: '2026-11-01T00:00:00Z',
      ...{ project_name: 'shop', adapter_type: 'postgres' },
    },
    nodes: Object.fromEntries(nodes),
    sources: { 'source.shop.raw.users': { ...users, columns: columns({ id: 'int', phone: 'text', email: 'text' }) } },
  });
}

const USERS = 'source.shop.raw.users';

/** What a random model takes from where; `parent` counts the models before it, none: the source. */
interface RandomModel {
  readonly parent: number;
  readonly takes: readonly string[];
  readonly masks: boolean;
  readonly wideId: boolean;
  readonly owner: string | null;
  readonly isContractEnforced: boolean;
}

const randomModel: fc.Arbitrary<RandomModel> = fc.record({
  parent: fc.nat({ max: 3 }),
  takes: fc.subarray(['id', 'phone', 'email', 'total']),
  masks: fc.boolean(),
  wideId: fc.boolean(),
  owner: fc.constantFrom(null, 'ana', 'team-shop'),
  isContractEnforced: fc.boolean(),
});

/** Up to four models, each of the source or one before it. */
export const randomShop: fc.Arbitrary<string> = fc.array(randomModel, { maxLength: 4 }).map((wanted) => {
  const models: Record<string, Model> = {};
  const has: string[][] = [['id', 'phone', 'email']];
  wanted.forEach(({ parent, takes, masks, wideId, owner, isContractEnforced }, at) => {
    const place = Math.min(parent, at);
    const taken = takes.filter((column) => column === 'total' || has[place]?.includes(column));
    const selected = taken.map((column) => {
      if (column === 'total') return '1 as total';
      return masks && column === 'phone' ? "'***' as phone" : column;
    });
    has.push(taken);
    models[`m${String(at + 1)}`] = {
      columns: Object.fromEntries(taken.map((column) => [column, column === 'id' && wideId ? 'bigint' : 'text'])),
      sql: `select ${selected.length > 0 ? selected.join(', ') : '1'} from "db"."${place === 0 ? 'raw"."users' : `mart"."m${String(place)}`}"`,
      from: [place === 0 ? USERS : `model.shop.m${String(place)}`],
      isContractEnforced,
      ...(owner === null ? {} : { owner }),
    };
  });
  return shopManifest(models);
});
