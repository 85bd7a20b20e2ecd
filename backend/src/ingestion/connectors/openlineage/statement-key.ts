import { textDigest } from '../../../shared/text-digest';

/** Names may be longer than a key. */
export function statementKey(kind: 'dataset' | 'job', namespace: string, name: string): string {
  const key = `ol:${kind}:${namespace}|${name}`;
  return Buffer.byteLength(key) <= 1_500 ? key : `ol:${kind}:${textDigest(key)}`;
}
