// @ts-check
import { stripVTControlCharacters } from 'node:util';

/** What came of a step. @typedef {{ passed: number, failed: number }} Counts */
/** How a step's output tells how many tests it ran. @typedef {'check' | 'jest' | 'node' | 'playwright'} Runner */

/** Every place where a runner says "n passed" or "n failed". @type {Record<Exclude<Runner, 'check'>, Record<keyof Counts, RegExp>>} */
const PATTERNS = {
  jest: { passed: /^Tests:.*?\b(\d+) passed/gm, failed: /^Tests:.*?\b(\d+) failed/gm },
  node: { passed: /^[#ℹ] pass (\d+)/gm, failed: /^[#ℹ] (?:fail|cancelled) (\d+)/gm },
  playwright: { passed: /^\s*(\d+) passed/gm, failed: /^\s*(\d+) (?:failed|flaky|did not run|interrupted)/gm },
};

/**
 * Counts the tests in the output of a step. A check counts as one; so does a failure outside of all tests.
 *
 * @param {Runner} runner
 * @param {string} output
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function countTests(runner, output, succeeded) {
  if (runner === 'check') return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
  const { passed, failed } = PATTERNS[runner];
  const counts = { passed: sumOf(output, passed), failed: sumOf(output, failed) };
  return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/**
 * @param {string} output
 * @param {RegExp} pattern
 */
function sumOf(output, pattern) {
  const plain = stripVTControlCharacters(output);
  return [...plain.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function totalOf(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}
