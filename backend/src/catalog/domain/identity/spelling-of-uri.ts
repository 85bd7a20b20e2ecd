import type { Spelling } from '../../../shared/vocabulary';
import { parseNamespace } from './parse-namespace';
import { rulesOf } from './platforms';
import { isInBucket } from './storage-path';

/**
 * The place that a location names: `s3://bucket/key`, an HTTPS address of a bucket, `file:///path`, `dbfs:/path`.
 *
 * Null for anything that is not the address of a file or folder.
 *
 * @throws DomainError INVALID when it is empty, too long or not text.
 */
export function spellingOfUri(uri: string): Spelling | null {
  const { namespace, platform, path } = parseNamespace(uri);
  if (rulesOf(platform).style !== 'path') return null;
  return { namespace, name: isInBucket(platform) && path !== '' ? path : `/${path}`, quoting: 'KNOWN' };
}
