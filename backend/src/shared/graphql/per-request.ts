import DataLoader from 'dataloader';

/**
 * One DataLoader per GraphQL request: `(context) => loader`, for a resolver's field.
 *
 * `loadAll` answers many keys with one query; a key that it leaves out of its map gives `missing`.
 * Loaders live as long as the request's context object and are shared by all fields of the request.
 */
export function perRequest<Value>(
  loadAll: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  missing: Value,
): (context: object) => DataLoader<string, Value> {
  const loaders = new WeakMap<object, DataLoader<string, Value>>();
  const create = (): DataLoader<string, Value> =>
    new DataLoader(async (keys: readonly string[]) => {
      const found = await loadAll(keys);
      return keys.map((key) => found.get(key) ?? missing);
    });
  return (context) => {
    const known = loaders.get(context);
    if (known) return known;
    const loader = create();
    loaders.set(context, loader);
    return loader;
  };
}
