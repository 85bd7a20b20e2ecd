/** What an id of Marquez's graph points at: `dataset:<namespace>:<name>`, `job:<namespace>:<name>`. */
export interface NodeName {
  readonly kind: 'DATASET' | 'JOB';
  readonly namespace: string;
  readonly name: string;
}

/** Colons looked at in one id. */
const MOST_COLONS = 20;

/** The id of a dataset or a job in Marquez's graph. */
export const nodeIdOf = ({ kind, namespace, name }: NodeName): string => `${kind.toLowerCase()}:${namespace}:${name}`;

/**
 * Everything that an id may mean, longest namespace first: namespaces and names may have colons themselves. Empty for
 * what is no id.
 */
export function readingsOf(nodeId: string): NodeName[] {
  const [, kind = '', rest = ''] = /^(dataset|job):(.*)$/is.exec(nodeId) ?? [];
  const readings: NodeName[] = [];
  for (let at = rest.lastIndexOf(':'); at > 0 && readings.length < MOST_COLONS; at = rest.lastIndexOf(':', at - 1)) {
    const name = rest.slice(at + 1);
    if (name === '') continue;
    readings.push({ kind: kind.toLowerCase() === 'job' ? 'JOB' : 'DATASET', namespace: rest.slice(0, at), name });
  }
  return readings;
}
