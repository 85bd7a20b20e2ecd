import { parseStorable } from '../../shared/json-stream';
import { textDigest } from '../../shared/text-digest';

/** Raised when the same statement has to be understood anew by a newer version of the upsert. */
const VERSION = 1;

/** What JSON can spell and Postgres cannot store: NUL and halves of surrogate pairs. */
const UNSTORABLE = /\\u(?:0000|[dD][89a-fA-F])/;

export interface Digested<Value> {
  /** Tells whether the source said the same before. */
  readonly hash: string;
  /** Fit for the database: characters that it cannot store became U+FFFD. */
  readonly value: Value;
  readonly isRepaired: boolean;
}

/** The digest of all that a statement says, in the order in which it says it. For values of JSON alone. */
export function digest<Value>(value: Value): Digested<Value> {
  const text = JSON.stringify(value);
  const hash = textDigest(`${String(VERSION)}${text}`);
  if (!UNSTORABLE.test(text)) return { hash, value, isRepaired: false };
  const repaired = parseStorable(text) as Value;
  return { hash, value: repaired, isRepaired: JSON.stringify(repaired) !== text };
}
