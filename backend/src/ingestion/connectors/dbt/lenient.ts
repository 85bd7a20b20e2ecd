import type { z } from 'zod';

/** A value as far as it could be understood, with what was left out of it; or why none of it could. */
export type Understood<T> =
  | { readonly ok: true; readonly value: T; readonly oddities: readonly string[] }
  | { readonly ok: false; readonly reason: string };

const MAX_ROUNDS = 3;
const MAX_SHOWN = 5;

/**
 * Reads by shape, leaving out single members of a wrong type; refuses only when a required one is wrong or missing.
 *
 * Changes `raw`: what is left out is taken out of it.
 */
export function understand<T>(schema: z.ZodType<T>, raw: unknown): Understood<T> {
  const oddities: string[] = [];
  for (let round = 0; round <= MAX_ROUNDS; round += 1) {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { ok: true, value: parsed.data, oddities };
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path.map(String).join('.') || 'the entry'}: ${issue.message}`,
    );
    const wasPruned = parsed.error.issues.reduceRight((any, issue) => prune(raw, issue.path) || any, false);
    if (!wasPruned || round === MAX_ROUNDS) return { ok: false, reason: shown(faults) };
    oddities.push(...faults);
  }
  return { ok: false, reason: shown(oddities) };
}

/** A few of the faults as one sentence. */
export function shown(faults: readonly string[]): string {
  const more = faults.length > MAX_SHOWN ? ` and ${String(faults.length - MAX_SHOWN)} more` : '';
  return faults.slice(0, MAX_SHOWN).join('; ').slice(0, 800) + more;
}

/** Takes the member at `path` out of `raw`; false when there is none. */
function prune(raw: unknown, path: readonly PropertyKey[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  const holder = path.slice(0, -1).reduce(memberOf, raw);
  if (Array.isArray(holder) && typeof last === 'number') return holder.splice(last, 1).length > 0;
  if (holder === null || typeof holder !== 'object' || !Object.hasOwn(holder, last)) return false;
  return Reflect.deleteProperty(holder, last);
}

function memberOf(holder: unknown, key: PropertyKey): unknown {
  return holder !== null && typeof holder === 'object' && Object.hasOwn(holder, key)
    ? Reflect.get(holder, key)
    : undefined;
}
