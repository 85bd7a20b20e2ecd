// @ts-check

/**
 * "1 asset", "3 assets".
 *
 * @param {number} count
 * @param {string} noun in the singular; its plural ends in s
 */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
