import { canonicalDotted, type CanonicalParts, type MissingParts } from './dotted-name';
import { MAX_STORED_BYTES, storable } from './identity-text';
import type { PlatformRules } from './platforms';
import { splitName } from './quoted-parts';

/** `table/database/table`, as OpenLineage writes Glue's names, from that form or from `database.table`. */
export function canonicalGlue(raw: string, rules: PlatformRules, missing: MissingParts): CanonicalParts {
  if (/^\/?table\//i.test(raw)) return fromPath(raw, false);
  const dotted = canonicalDotted(raw, rules, missing);
  if (dotted.isPartial) return dotted;
  // A leading catalogue (`AwsDataCatalog`) is what the namespace already says.
  const [database = '', table = ''] = splitName(dotted.name)
    .slice(-2)
    .map(({ text }) => text);
  const path = fromPath(`table/${database.split('.').at(-1) ?? ''}/${table}`, dotted.hasQuotes);
  return path.isPartial ? dotted : path;
}

function fromPath(path: string, hasQuotes: boolean): CanonicalParts {
  const segments = path
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const name = storable(segments.join('/').toLowerCase(), MAX_STORED_BYTES);
  return { name, isPartial: segments.length < 3, subset: null, hasQuotes };
}
