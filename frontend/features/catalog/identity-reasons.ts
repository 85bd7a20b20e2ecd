const REASONS: Record<string, string> = {
  exact: 'This is its canonical name.',
  case: 'It differs only in upper and lower case, and the platform does not tell those apart.',
  partial: 'It came without a database or schema, and only this asset fits.',
  merge: 'Somebody declared the two to be one.',
  symlink: 'A source said that both names lead to the same data.',
  declared: 'A source named both for one thing.',
  alias: 'The namespace is registered as another spelling.',
};

/** Why a spelling means this asset, as a sentence; reasons that are sentences already stay as they are. */
export function identityReason(reason: string): string {
  return REASONS[reason] ?? reason;
}

/** What was done to a spelling to make it the canonical name; null when it was that already. */
export function normalization(
  raw: { readonly namespace: string; readonly name: string },
  canonical: { readonly namespace: string; readonly name: string },
): string | null {
  if (raw.name === canonical.name && raw.namespace === canonical.namespace) return null;
  if (raw.namespace === canonical.namespace) return `Read as ${canonical.name}`;
  return `Read as ${canonical.name} in ${canonical.namespace}`;
}
