/** The key of a group: its name, and the column it stands in, for one name may stand in several. */
export function groupKey(rank: number, label: string): string {
  return `${String(rank)}:${label}`;
}

/** The name in the key of a group. */
export function groupLabel(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}
