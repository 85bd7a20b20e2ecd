/** NUL, and halves of a surrogate pair that stand alone. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;
const HAS_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;

function repaired(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

function repairedDeep(value: unknown): unknown {
  if (typeof value === 'string') return repaired(value);
  if (Array.isArray(value)) return value.map(repairedDeep);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [repaired(key), repairedDeep(item)]));
}

/**
 * What a JSON text holds, fit for Postgres: NUL characters and lone surrogates, which JSON can spell and Postgres
 * cannot store, become U+FFFD.
 *
 * @throws SyntaxError as JSON.parse does.
 */
export function parseStorable(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes('\\u') && HAS_ESCAPE.test(text) ? repairedDeep(value) : value;
}

/** A string, or a number that Python writes and JSON has not. */
const STRING_OR_CONSTANT = /("[^"\\]*(?:\\.[^"\\]*)*")|-?\b(?:NaN|Infinity)\b/gs;

/**
 * The same for text that Python wrote: NaN and Infinity, which its json module writes and JSON has not, become null.
 *
 * @throws SyntaxError when it is no JSON even so.
 */
export function parsePythonJson(text: string): unknown {
  try {
    return parseStorable(text);
  } catch (error) {
    const repairedText = text.replace(STRING_OR_CONSTANT, (_, string: string | undefined) => string ?? 'null');
    if (repairedText === text) throw error;
    return parseStorable(repairedText);
  }
}
