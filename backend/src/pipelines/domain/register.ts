/**
 * What was said last: event time in microseconds, then the event's hash, decide; not the order of arrival.
 *
 * Joining registers is associative, commutative and idempotent, so that events may come in any order and more than once.
 */
export type Register<Value> = readonly [at: number, hash: string, value: Value];

/** Registers by name: facets, mostly. */
export type Registers<Value> = Readonly<Record<string, Register<Value>>>;

/** Whether `one` was said after `other`. */
export const isLater = (one: Register<unknown>, other: Register<unknown>): boolean =>
  one[0] !== other[0] ? one[0] > other[0] : one[1] > other[1];

/** What it holds; null when nothing was said. */
export const valueIn = <Value>(register: Register<Value> | null | undefined): Value | null => register?.[2] ?? null;

/** When it was said; null when it was not. */
export const timeIn = (register: Register<unknown> | null | undefined): number | null => register?.[0] ?? null;

/** The later of two; absent is earlier than anything. */
export function latest<Value>(one: Register<Value> | undefined, other: Register<Value>): Register<Value> {
  return one === undefined || isLater(other, one) ? other : one;
}

/** The earlier of two; absent is later than anything. */
export function earliest<Value>(one: Register<Value> | undefined, other: Register<Value>): Register<Value> {
  return one === undefined || isLater(one, other) ? other : one;
}

/** `current` with what is said anew; the same object when nothing of it is later. */
export function joined<Value>(current: Registers<Value>, said: Registers<Value>): Registers<Value> {
  let result: Record<string, Register<Value>> | null = null;
  for (const [name, register] of Object.entries(said)) {
    const known = current[name];
    if (known !== undefined && !isLater(register, known)) continue;
    result ??= { ...current };
    result[name] = register;
  }
  return result ?? current;
}
