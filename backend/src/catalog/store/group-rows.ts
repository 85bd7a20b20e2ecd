/** Rows by the asset they belong to, mapped, in the order in which they came. */
export function groupByAsset<Row extends { readonly asset_id: string }, Value>(
  rows: readonly Row[],
  map: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(row.asset_id);
    if (group) group.push(map(row));
    else groups.set(row.asset_id, [map(row)]);
  }
  return groups;
}
