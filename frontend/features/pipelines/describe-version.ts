interface Place {
  readonly namespace: string;
  readonly name: string;
}

interface Version {
  readonly inputs: readonly Place[];
  readonly outputs: readonly Place[];
}

const MOST_NAMED = 4;

/** What changed against the version before, or what it reads and writes when it is the first. */
export function describeVersion(version: Version, before: Version | null): string {
  if (before === null) return `reads ${listed(version.inputs)}, writes ${listed(version.outputs)}`;
  const changes = [
    ['reads also', without(version.inputs, before.inputs)],
    ['reads no longer', without(before.inputs, version.inputs)],
    ['writes also', without(version.outputs, before.outputs)],
    ['writes no longer', without(before.outputs, version.outputs)],
  ] as const;
  const said = changes.filter(([, places]) => places.length > 0).map(([words, places]) => `${words} ${listed(places)}`);
  return said.length === 0 ? 'the same datasets, other columns' : said.join('; ');
}

function without(places: readonly Place[], others: readonly Place[]): Place[] {
  const known = new Set(others.map(({ namespace, name }) => `${namespace} ${name}`));
  return places.filter(({ namespace, name }) => !known.has(`${namespace} ${name}`));
}

function listed(places: readonly Place[]): string {
  if (places.length === 0) return 'nothing';
  const names = places.slice(0, MOST_NAMED).map(({ name }) => name);
  const left = places.length - names.length;
  return left > 0 ? `${names.join(', ')} and ${String(left)} more` : names.join(', ');
}
