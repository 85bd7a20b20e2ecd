// @ts-check
import { usage } from './failure.mjs';

/** @typedef {Record<string, string | boolean | (string | boolean)[] | undefined>} Options as parsed from the command line */

/**
 * @param {Options} options
 * @param {string} name
 * @returns {string | undefined} the option's text; the first when it was given several times
 */
export function textOption(options, name) {
  return textsOption(options, name)?.[0];
}

/**
 * @param {Options} options
 * @param {string} name
 * @returns {string[] | undefined} all its texts
 */
export function textsOption(options, name) {
  const given = [options[name]].flat().filter((value) => typeof value === 'string');
  return given.length === 0 ? undefined : given;
}

/**
 * @param {Options} options
 * @param {string} name
 * @returns {string}
 * @throws Failure when it is missing
 */
export function neededOption(options, name) {
  const value = textOption(options, name);
  if (value === undefined) throw usage(`--${name} is missing`);
  return value;
}

/**
 * @param {Options} options
 * @param {string} name
 * @param {number} fallback
 * @returns {number} a whole number
 * @throws Failure when it is something else
 */
export function numberOption(options, name, fallback) {
  const value = textOption(options, name);
  const number = value === undefined ? fallback : Number(value);
  if (!Number.isInteger(number)) throw usage(`--${name} ${value}: not a whole number`);
  return number;
}
