import type { MissingParts } from './dotted-name';
import { MAX_STORED_BYTES, storable } from './identity-text';
import { isKnownPlatform, type PlatformRules } from './platforms';
import { inQuotes, needsQuotes, splitStrictly } from './quoted-parts';

/** A name that counts as it is: a topic, a key pattern, a collection, anything on a platform nobody knows. */
export function canonicalLiteral(
  raw: string,
  rules: PlatformRules,
  missing: MissingParts,
): { name: string; isPartial: boolean; subset: null; hasQuotes: boolean } {
  const unquoted = isKnownPlatform(rules.platform) ? null : withoutNeedlessQuotes(raw);
  const name = inDatabase(unquoted ?? raw, rules, missing.database);
  const folded = rules.fold === 'lower' ? name.toLowerCase() : name;
  return { name: storable(folded, MAX_STORED_BYTES), isPartial: false, subset: null, hasQuotes: unquoted !== null };
}

/** `"shop"."main"."orders"` is `shop.main.orders`; null when the text is not made of quoted parts. */
function withoutNeedlessQuotes(raw: string): string | null {
  const parts = splitStrictly(raw, '"`');
  if (!parts?.some(({ isQuoted }) => isQuoted)) return null;
  return parts.map(({ text }) => (needsQuotes(text) ? inQuotes(text) : text)).join('.');
}

/** A MongoDB collection without its database, where the connection names one. */
function inDatabase(name: string, rules: PlatformRules, database: string | null): string {
  const isCollection = rules.platform === 'mongodb' && database !== null && /^[^.]{1,255}$/.test(name);
  return isCollection ? `${database}.${name}` : name;
}
