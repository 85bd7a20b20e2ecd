// @ts-check
import { placeOf } from './report.mjs';

/**
 * JUnit XML, as CI servers read it: an error fails, a warning or note is written out.
 *
 * @param {import('./report.mjs').GateReport} report
 * @returns {string}
 */
export function junitOf({ project, findings, errors, durationMs }) {
  const cases =
    findings.length === 0 ? [`    <testcase classname=${quoted(project)} name="gate"/>`] : findings.map(caseOf);
  const attributes = `tests="${cases.length}" failures="${errors}" time="${(durationMs / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes}>`,
    `  <testsuite name=${quoted(`tributary gate ${project}`)} ${attributes}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** @param {import('./report.mjs').GateFinding} finding */
function caseOf(finding) {
  const { level, code, message, path, isWaived } = finding;
  const name = `    <testcase classname=${quoted(placeOf(finding))} name=${quoted(code)}>`;
  const way = path.length > 0 ? `${message} (${path.join(' → ')})` : message;
  const inner =
    level === 'error'
      ? `<failure message=${quoted(message)}>${escaped(way)}</failure>`
      : `<system-out>${escaped(`${isWaived ? 'waived' : level}: ${way}`)}</system-out>`;
  return `${name}${inner}</testcase>`;
}

/** @param {string} text */
const quoted = (text) => `"${escaped(text)}"`;

/**
 * XML 1.0 has no place for control characters, not even escaped.
 *
 * @param {string} text
 */
function escaped(text) {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  return clean.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);
}
