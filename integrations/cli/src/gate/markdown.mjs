// @ts-check
import { printable } from '../table.mjs';
import { changesOf, placeOf } from './report.mjs';

const MOST_ROWS = 100;

/**
 * @param {import('./report.mjs').GateReport} report
 * @returns {string} a comment for a pull request
 */
export function markdownOf(report) {
  const { passed, project, errors, warnings, notes, findings, omitted } = report;
  const head = `### Tributary: ${cell(project)} ${passed ? 'passes' : 'does not pass'}\n\n`;
  const counts = `${errors} errors, ${warnings} warnings, ${notes} notes. ${changesOf(report)}.\n`;
  if (findings.length === 0) return `${head}${counts}`;
  const shown = findings.slice(0, MOST_ROWS);
  const left = findings.length - shown.length + omitted;
  const table = `\n| | what | where | policy | owner |\n| --- | --- | --- | --- | --- |\n${shown.map(row).join('')}`;
  return `${head}${counts}${table}${left > 0 ? `\n… and ${left} more.\n` : ''}`;
}

/** @param {import('./report.mjs').GateFinding} finding */
function row(finding) {
  const { level, message, policy, isWaived, owner, path } = finding;
  const way = path.length > 0 ? `${message} (${path.join(' → ')})` : message;
  const cells = [isWaived ? 'waived' : level, way, placeOf(finding), policy ?? '', owner ?? ''];
  return `| ${cells.map(cell).join(' | ')} |\n`;
}

/**
 * Names come from a project that is not trusted: nothing in them becomes markup or a mention.
 *
 * @param {string} text
 */
const cell = (text) => printable(text).replace(/[\\`*_[\]<>|@#!]/g, (mark) => (mark === '@' ? '@\u200b' : `\\${mark}`));
