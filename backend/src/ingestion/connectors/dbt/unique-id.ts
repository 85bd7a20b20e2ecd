/** dbt's `unique_id` in its parts, and the keys that the catalog knows dbt's things by. */

/** Types of resource that get a page; the rest are rules, groups or code of the project. */
const ASSET_TYPES = new Set([
  'model',
  'seed',
  'snapshot',
  'source',
  'exposure',
  'metric',
  'semantic_model',
  'saved_query',
  'analysis',
  'function',
]);

/** `model` of `model.shop.orders.v2`. */
export const resourceTypeOf = (uniqueId: string): string => uniqueId.split('.', 1)[0] ?? '';

/** `shop` of `model.shop.orders.v2`; empty when there is none. */
export const packageOf = (uniqueId: string): string => uniqueId.split('.', 2)[1] ?? '';

/** `orders` of `model.shop.orders.v2`, for refs; the whole rest behind the package when it has dots. */
export function nameOf(uniqueId: string): string {
  const rest = uniqueId.split('.').slice(2);
  const isVersioned = rest.length > 1 && /^v\d/.test(rest.at(-1) ?? '');
  return (isVersioned ? rest.slice(0, -1) : rest).join('.');
}

/** Whether the id is of a kind that the catalog has a page for. */
export const isAssetId = (uniqueId: string): boolean => ASSET_TYPES.has(resourceTypeOf(uniqueId));

/** Key of a thing's statement in the manifest. */
export const dbtKey = (project: string, uniqueId: string): string => `dbt:${project}/${uniqueId}`;
