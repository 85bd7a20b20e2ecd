import { invalid } from '../../shared/errors';

const MOST_DAYS = 365;

/** @throws DomainError INVALID outside of 1 to 365 */
export function checkDays(days: number): number {
  if (days < 1 || days > MOST_DAYS) throw invalid(`days: ${String(days)} is not between 1 and ${String(MOST_DAYS)}`);
  return days;
}

/** Answers keys of the form `number id` with one call per number. */
export async function byNumber<Value>(
  keys: readonly string[],
  load: (number: number, ids: string[]) => Promise<ReadonlyMap<string, Value>>,
): Promise<ReadonlyMap<string, Value>> {
  const numbers = new Set(keys.map((key) => key.split(' ')[0] ?? ''));
  const found = new Map<string, Value>();
  for (const number of numbers) {
    const ids = keys.filter((key) => key.startsWith(`${number} `)).map((key) => key.slice(number.length + 1));
    for (const [id, value] of await load(Number(number), ids)) found.set(`${number} ${id}`, value);
  }
  return found;
}
