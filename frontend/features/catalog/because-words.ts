interface Step {
  readonly asset: { readonly displayName: string };
  readonly column?: string | null;
}

/** The path that proves a classification, source first: "users.email → dim_users.email". */
export function becauseWords(path: readonly Step[]): string {
  return path.map(({ asset, column }) => (column ? `${asset.displayName}.${column}` : asset.displayName)).join(' → ');
}
