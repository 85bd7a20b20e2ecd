// @ts-check
/**
 * What the service says of a gate.
 *
 * @typedef {object} GateFinding
 * @property {'error' | 'warning' | 'note'} level
 * @property {string} code
 * @property {string} message
 * @property {string} namespace
 * @property {string} asset
 * @property {string | null} column
 * @property {string | null} policy
 * @property {boolean} isWaived
 * @property {string | null} owner
 * @property {string | null} file
 * @property {string[]} path source first
 * @property {{ name: string, owner: string | null }[]} consumers
 */

/**
 * @typedef {object} GateReport
 * @property {boolean} passed
 * @property {string} project
 * @property {Record<string, number>} counts
 * @property {number} errors
 * @property {number} warnings
 * @property {number} notes
 * @property {GateFinding[]} findings
 * @property {number} omitted
 * @property {number} durationMs
 * @property {Record<string, number>} phases milliseconds
 */

/**
 * @param {GateReport} report
 * @returns {string} one line: what would change
 */
export function changesOf({ counts }) {
  /** @param {string} name */
  const of = (name) => counts[name] ?? 0;
  return [
    `models: ${of('modelsAdded')} new, ${of('modelsChanged')} changed, ${of('modelsRemoved')} removed`,
    `columns: ${of('columnsAdded')} new, ${of('columnsRemoved')} removed, ${of('columnsRetyped')} retyped, ${of('columnsClassified')} newly classified`,
    `violations cleared: ${of('violationsResolved')}`,
  ].join('; ');
}

/**
 * @param {GateFinding} finding
 * @returns {string} where it is: asset, and column if there is one
 */
export const placeOf = ({ asset, column }) => (column === null ? asset : `${asset}.${column}`);
