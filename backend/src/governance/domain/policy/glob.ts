/** Tells whether a text fits a glob. */
export type Glob = (text: string) => boolean;

/**
 * `*` stands for any characters, also none; `?` for one; everything else for itself, without case.
 *
 * O(length of text × length of glob) at worst, whatever is written: no regular expression is built.
 */
export function glob(pattern: string): Glob {
  const wanted = pattern.toLowerCase();
  if (!/[*?]/.test(wanted)) return (text) => text.toLowerCase() === wanted;
  return (text) => matches(wanted, text.toLowerCase());
}

/** Fits any of the globs. */
export function anyGlob(patterns: readonly string[]): Glob {
  const globs = patterns.map(glob);
  return (text) => globs.some((one) => one(text));
}

/** Greedy: after a mismatch only the last star takes one character more. */
function matches(pattern: string, text: string): boolean {
  let place = 0;
  let read = 0;
  let star = -1;
  let starRead = 0;
  while (read < text.length) {
    const sign = pattern[place];
    if (sign === '*') {
      star = place++;
      starRead = read;
    } else if (sign === '?' || sign === text[read]) {
      place++;
      read++;
    } else if (star >= 0) {
      place = star + 1;
      read = ++starRead;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
