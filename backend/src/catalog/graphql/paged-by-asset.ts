/** A loader's key for one page of an asset's list; the page first, so that equal pages share a query. */
export function pageKey(assetId: string, first: number, after: string | null): string {
  return JSON.stringify([first, after, assetId]);
}

/** A `perRequest` source over `pageKey`s: one call of `load` for all assets that ask for the same page. */
export function pagedByAsset<Value>(
  load: (assetIds: readonly string[], first: number, after: string | null) => Promise<ReadonlyMap<string, Value>>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>> {
  return async (keys) => {
    const pages = new Map<string, { first: number; after: string | null; ids: string[] }>();
    for (const key of keys) {
      const [first, after, id] = JSON.parse(key) as [number, string | null, string];
      const page = pages.get(JSON.stringify([first, after])) ?? { first, after, ids: [] };
      page.ids.push(id);
      pages.set(JSON.stringify([first, after]), page);
    }
    const found = new Map<string, Value>();
    for (const { first, after, ids } of pages.values()) {
      for (const [id, value] of await load(ids, first, after)) found.set(pageKey(id, first, after), value);
    }
    return found;
  };
}
