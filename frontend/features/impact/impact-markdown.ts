interface Row {
  readonly changeClass: string;
  readonly distance: number;
  readonly reason: string;
  readonly column: string | null;
  readonly asset: { readonly displayName: string; readonly owner: string | null };
}

interface Counted {
  readonly value: string;
  readonly count: number;
}

/** The answer for a pull request: counts, then the rows that are not safe, as a Markdown table. */
export function impactMarkdown(change: string, classes: readonly Counted[], rows: readonly Row[]): string {
  const counts = classes.map(({ value, count }) => `${String(count)} ${value.toLowerCase()}`).join(', ');
  const lines = rows.filter(({ changeClass }) => changeClass !== 'SAFE').map(lineOf);
  const table = lines.length === 0 ? [] : ['', '| what | hops | owner | why |', '|---|---|---|---|', ...lines];
  return [`**Impact of the ${change}**: ${counts === '' ? 'nothing' : counts}`, ...table].join('\n');
}

function lineOf({ asset, column, distance, reason }: Row): string {
  const name = [asset.displayName, column].filter((part) => part !== null).join('.');
  return `| \`${cell(name)}\` | ${String(distance)} | ${cell(asset.owner ?? 'nobody')} | ${cell(reason)} |`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
