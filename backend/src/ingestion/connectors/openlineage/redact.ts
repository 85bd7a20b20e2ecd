type Json = Readonly<Record<string, unknown>>;

const BLOT = '[redacted]';
/** Worth a closer look; most events have none of it. */
const SECRET_NAME =
  /passw|passphrase|\bpwd\b|secret|token|credential|(?:api|private|access|account|signing|encryption)[_-]?key|\bauth(?:orization)?\b/i;
const SUSPECT = new RegExp(
  `${SECRET_NAME.source}|:\\/\\/[^/@\\s":]*:[^/@\\s"]*@|-----BEGIN|\\bAKIA|\\beyJ|[?&;](?:sig|signature)=`,
  'i',
);
/** Secrets that give themselves away: keys of AWS, signed tokens, private keys. */
const OWN_SHAPE =
  /\bAKIA[0-9A-Z]{16}\b|(?<![\w-])eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END|$)/g;
/** Parameters of an address: `?password=…`, `;AccountKey=…`. Only there: SQL compares columns of such names. */
const ADDRESS = /^(?:jdbc:|[a-z][a-z0-9+.-]*:\/\/)|;\s*AccountKey=/i;
const PARAMETER = /([?&;](?:[\w.-]*(?:password|pwd|secret|token|key|sig|signature))=)[^&;\s"']+/gi;
/** No part may match in two ways: a producer may send megabytes of it. */
const USER_INFO = /(?<![\w+.-])([a-z][a-z0-9+.-]{0,30}:\/\/)[^/@\s":]*:[^/@\s"]*@/gi;

/**
 * The event without values that are secrets by their name (parameters, environment, properties) and without user and
 * password in addresses. The same object when there are none. `text` is its JSON.
 */
export function withoutSecrets(event: Json, text: string): Json {
  if (!SUSPECT.test(text)) return event;
  const value = blotted(event, false) as Json;
  return JSON.stringify(value) === text ? event : value;
}

/** `isSecret`: what is above says that a text here is a secret. */
function blotted(value: unknown, isSecret: boolean): unknown {
  if (typeof value === 'string') return isSecret ? BLOT : withoutOwnSecrets(value);
  if (Array.isArray(value)) return value.map((item) => blotted(item, false));
  if (typeof value !== 'object' || value === null) return value;
  const named = Object.entries(value) as [string, unknown][];
  const label = labelOf(value as Json);
  return Object.fromEntries(
    named.map(([key, item]) => [
      key,
      blotted(item, SECRET_NAME.test(key) || (key === 'value' && SECRET_NAME.test(label))),
    ]),
  );
}

function withoutOwnSecrets(text: string): string {
  const bare = text.replace(USER_INFO, '$1').replace(OWN_SHAPE, BLOT);
  return ADDRESS.test(bare) ? bare.replace(PARAMETER, `$1${BLOT}`) : bare;
}

/** `{ key: "DB_PASSWORD", value: … }`, `{ name: …, value: … }`: the name of the thing beside its value. */
function labelOf(value: Json): string {
  const label = value['key'] ?? value['name'];
  return typeof label === 'string' ? label : '';
}
