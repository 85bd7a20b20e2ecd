import type { MaskingKind } from '../../shared/vocabulary';
import type { Call, Expression } from '../syntax';
import { aggregateGives } from '../parser/aggregate-names';

const HASH =
  /^(md5|md5digest|md5hex|md5numberlower64|md5numberupper64|md5binary|sha|sha[0-9]+|sha[0-9]+(hex|binary|digest)|sha1digest|shadigest|funcsha1|hash|hash(bytes|md5)|digest|hmac|hmac(md5|sha[0-9]+)|xxhash(64)?|xxhash64|murmur(hash)?[0-9]*|murmur3(32|128)?|crc32|crc64|checksum|binarychecksum|farmfingerprint|farmhash|fingerprint|fnvhash|standardhash|blake2b?|blake3|siphash(64|128)?|cityhash64|spookyhash(v2)?(32|64)|ripemd160|orahash|password|crypt|generatesurrogatekey|surrogatekey)$/;
const ENCRYPT =
  /^(aes(en)?crypt(mysql)?|aesencrypt|encrypt(raw|bykey|bypassphrase|byasymkey|bycert|v2)?|tryaesencrypt|pgpsymencrypt(bytea)?|pgppubencrypt(bytea)?|deterministicencrypt|desencrypt|sealopen|cryptoencrypt)$/;
const TOKENIZE = /^(tokeni[sz]e|pseudonymi[sz]e|anonymi[sz]e|fpe(encrypt)?|protegrity\w*)$/;
const REDACT = /^(mask\w*|redact\w*|scrub\w*|obfuscate|aimask|partial|suppress)$/;
const GENERALISE = /^(year|yearofweek|yearofweekiso|isoyear|decade|century)$/;
const SHORTENS = /^(substr|substring)$/;
/** Longest part of a value that still counts as cut off. */
const SHORT = 4;
/** A replacement that stands for something hidden: `***`, `XXX-XX`, `[redacted]`. */
const STAND_IN = /[*#•█]|x{2,}|redact|mask|hidden|anonym/i;

const BY_NAME: readonly (readonly [pattern: RegExp, masking: MaskingKind])[] = [
  [HASH, 'hash'],
  [ENCRYPT, 'encrypt'],
  [TOKENIZE, 'tokenize'],
  [REDACT, 'redact'],
  [GENERALISE, 'generalise'],
];

/** What a call hides; null when the value, or one like it, can still be seen. */
export function maskingOf(call: Call): MaskingKind | null {
  if (call.isAggregate) return aggregateGives(call.name) === 'count' ? 'count' : null;
  // `aead.encrypt`, `hll_count.init`: the last part says what is done.
  const name = (call.name.split('.').at(-1) ?? '').replaceAll('_', '');
  const named = BY_NAME.find(([pattern]) => pattern.test(name));
  return named?.[1] ?? BY_ARGUMENTS.find(([is]) => is(name, call.args))?.[1] ?? null;
}

type Test = (name: string, args: readonly Expression[]) => boolean;

const BY_ARGUMENTS: readonly (readonly [is: Test, masking: MaskingKind])[] = [
  [isStandIn, 'redact'],
  [isYear, 'generalise'],
  [isShortened, 'truncate'],
];

const literalOf = (one: Expression | undefined): string | null =>
  one?.kind === 'constant' && !one.isNumber ? one.value : null;

const numberOf = (one: Expression | undefined): number | null =>
  one?.kind === 'constant' && one.isNumber ? Number(one.value) : null;

/** `regexp_replace(phone, '.', '*')`. */
function isStandIn(name: string, args: readonly Expression[]): boolean {
  if (!/^(regexpreplace|replace|translate|stuff|overlay)$/.test(name)) return false;
  return args.slice(1).some((one) => STAND_IN.test(literalOf(one) ?? ''));
}

const DATE_PARTS = /^(datetrunc|timestamptrunc|datetimetrunc|trunc|extract|datepart)$/;
const YEARS = /^(years?|yyyy|yy|decade|century)$/i;

/** `date_trunc('year', birthday)`. */
function isYear(name: string, args: readonly Expression[]): boolean {
  return DATE_PARTS.test(name) && args.some((one) => YEARS.test(literalOf(one) ?? ''));
}

/** `left(name, 1)`, `substr(phone, 8, 4)`. */
function isShortened(name: string, args: readonly Expression[]): boolean {
  const takesLength = /^(left|right)$/.test(name) ? args.length === 2 : SHORTENS.test(name) && args.length === 3;
  const length = numberOf(args.at(-1));
  return takesLength && length !== null && length <= SHORT;
}
