import { encodeIdentity } from '../asset/asset-href';

interface JobAddress {
  readonly namespace: string;
  readonly name: string;
}

/** The page of a job: `/pipelines/{namespace;name}`. */
export function jobHref({ namespace, name }: JobAddress, query = ''): string {
  return `/pipelines/${encodeIdentity(namespace, name)}${query && `?${query}`}`;
}

/** The page of a run. */
export function runHref(id: string): string {
  return `/runs/${id}`;
}
