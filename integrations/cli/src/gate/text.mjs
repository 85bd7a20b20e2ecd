// @ts-check
import { printable } from '../table.mjs';
import { changesOf, placeOf } from './report.mjs';

/**
 * @param {import('./report.mjs').GateReport} report
 * @returns {string} for people at a terminal
 */
export function textOf(report) {
  const { passed, project, errors, warnings, notes, findings, omitted, durationMs } = report;
  const verdict = passed ? 'passes' : 'does not pass';
  const head = `${printable(project)} ${verdict}: ${errors} errors, ${warnings} warnings, ${notes} notes`;
  const rest = omitted > 0 ? `… and ${omitted} more\n` : '';
  return `${head} (${Math.round(durationMs)} ms)\n  ${changesOf(report)}\n\n${findings.map(lines).join('')}${rest}`;
}

/** @param {import('./report.mjs').GateFinding} finding */
function lines(finding) {
  const { level, code, message, policy, isWaived, path, owner, file, consumers } = finding;
  const by = [policy === null ? null : `policy ${policy}`, isWaived ? 'waived' : null].filter(Boolean).join(', ');
  const more = [
    path.length > 0 ? `by way of ${path.join(' → ')}` : null,
    consumers.length > 0
      ? `read by ${consumers.map(({ name, owner: of }) => (of ? `${name} (${of})` : name)).join(', ')}`
      : null,
    [owner ? `owner ${owner}` : null, file].filter(Boolean).join(', ') || null,
  ].filter((line) => line !== null);
  const first = `${level} ${code} ${placeOf(finding)}${by === '' ? '' : ` (${by})`}`;
  return `${[first, `  ${message}`, ...more.map((line) => `  ${line}`)].map(printable).join('\n')}\n`;
}
