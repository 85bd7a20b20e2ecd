import { RE2JS } from 're2js';
import { invalid } from './errors';

const MAX_PATTERN_CHARS = 500;
/** An automaton larger than this could still take a second over one name. */
const MAX_REPEATS = 100;

/** A regular expression by someone who may be careless or hostile: linear in the length of the text, always. */
export interface LinearPattern {
  /** The groups of a match of the whole text, the whole first; null when it does not match. */
  readonly match: (text: string) => readonly string[] | null;
}

/**
 * Compiles RE2 syntax: no look-around, no back references, so no backtracking.
 *
 * @throws DomainError INVALID saying what is wrong with the pattern.
 */
export function linearPattern(pattern: string): LinearPattern {
  if (pattern === '' || pattern.length > MAX_PATTERN_CHARS) {
    throw invalid(
      `Pattern: must have 1 to ${MAX_PATTERN_CHARS.toString()} characters, has ${pattern.length.toString()}`,
    );
  }
  refuseLargeRepeats(pattern);
  const compiled = compile(pattern);
  return {
    match: (text) => {
      const matcher = compiled.matcher(text);
      if (!matcher.matches()) return null;
      return Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '');
    },
  };
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw invalid(`Pattern \`${pattern}\`: ${error instanceof Error ? error.message : 'not a regular expression'}`);
  }
}

/** Counted repeats multiply when nested; their product is what the automaton grows by. */
function refuseLargeRepeats(pattern: string): void {
  const product = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)]
    .map(([, low, high]) => Math.max(Number(low), Number(high ?? 0), 1))
    .reduce((total, count) => total * count, 1);
  if (product > MAX_REPEATS) {
    throw invalid(`Pattern \`${pattern}\`: counted repeats may multiply to at most ${MAX_REPEATS.toString()}`);
  }
}
