/**
 * A small dbt manifest: models named by edges, `orders → daily` for "daily selects from orders".
 *
 * Each model is a table `shop.public.<name>` with a column `id`.
 */
export function givenManifest(edges: readonly string[], generatedAt = '2026-01-01T00:00:00Z'): string {
  const pairs = edges.map((edge) => edge.split(' → ') as [string, string]);
  const names = [...new Set(pairs.flat())];
  const idOf = (name: string): string => `model.shop.${name}`;
  const parentsOf = (name: string): string[] =>
    pairs.filter(([, child]) => child === name).map(([parent]) => idOf(parent));
  const nodes = Object.fromEntries(
    names.map((name) => [
      idOf(name),
      {
        unique_id: idOf(name),
        resource_type: 'model',
        name,
        alias: name,
        package_name: 'shop',
        database: 'shop',
        schema: 'public',
        relation_name: `"shop"."public"."${name}"`,
        config: { materialized: 'table' },
        columns: { id: { name: 'id', data_type: 'bigint' } },
        depends_on: { nodes: parentsOf(name) },
      },
    ]),
  );
  return JSON.stringify({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
      generated_at: generatedAt,
      project_name: 'shop',
      adapter_type: 'postgres',
    },
    nodes,
    sources: {},
    parent_map: Object.fromEntries(names.map((name) => [idOf(name), parentsOf(name)])),
  });
}
