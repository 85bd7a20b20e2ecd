const SECRET_WORD =
  /(?:^|[_\-. ])(?:password|passwd|passphrase|pwd|secrets?|tokens?|credentials?|(?:api|private|access|encryption)[_\-. ]?keys?|connection[_\-. ]?string)(?:$|[_\-. ])/i;
const CREDENTIALS_IN_URL = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#@\s]+@/i;
const MAX_DEPTH = 12;

/** Names words apart in camelCase, so that apiKey is found and tokenized is not. */
const wordsOf = (key: string): string => key.replace(/([a-z0-9])([A-Z])/g, '$1_$2');

/** A URL without user name and password. */
export const redactUrl = (url: string): string => url.replace(CREDENTIALS_IN_URL, '$1');

/**
 * What a project's authors wrote under `meta`, without secrets: values under names such as password, token or
 * api_key become `[redacted]` (booleans stay: they say that there is one, not which).
 */
export function redact(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) return '[too deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (typeof value === 'string') return redactUrl(value);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactMember(key, item, depth)]));
}

function redactMember(key: string, item: unknown, depth: number): unknown {
  const isSecret = SECRET_WORD.test(wordsOf(key)) && item !== null && typeof item !== 'boolean';
  return isSecret ? '[redacted]' : redact(item, depth + 1);
}
