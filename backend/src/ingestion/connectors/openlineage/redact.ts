type Json = Readonly<Record<string, unknown>>;

const BLOT = '[redacted]';
/** Worth a closer look; most events have none of it. */
const SUSPECT = /passw|secret|token|credential|api[_-]?key|private[_-]?key|access[_-]?key|:\/\/[^/@\s"]*:[^/@\s"]*@/i;
const SECRET_NAME = /passw|secret|token|credential|api[_-]?key|private[_-]?key|access[_-]?key|\bauth\b/i;
const USER_INFO = /([a-z][a-z0-9+.-]*:\/\/)[^/@\s"]*:[^/@\s"]*@/gi;

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
  if (typeof value === 'string') return isSecret ? BLOT : value.replace(USER_INFO, '$1');
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

/** `{ key: "DB_PASSWORD", value: … }`, `{ name: …, value: … }`: the name of the thing beside its value. */
function labelOf(value: Json): string {
  const label = value['key'] ?? value['name'];
  return typeof label === 'string' ? label : '';
}
