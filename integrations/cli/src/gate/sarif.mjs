// @ts-check
import { placeOf } from './report.mjs';

/**
 * SARIF 2.1.0, as code hosts show beside the lines of a change.
 *
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 *
 * @param {import('./report.mjs').GateReport} report
 * @returns {string}
 */
export function sarifOf({ findings }) {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const run = {
    tool: { driver: { name: 'tributary gate', rules: codes.map((id) => ({ id, shortDescription: { text: id } })) } },
    results: findings.map(resultOf),
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

/** @param {import('./report.mjs').GateFinding} finding */
function resultOf(finding) {
  const { code, level, message, file, path, isWaived, policy, asset, column, owner } = finding;
  const way = path.length > 0 ? `${message} (${path.join(' → ')})` : message;
  const logical = [{ fullyQualifiedName: placeOf(finding), kind: column === null ? 'module' : 'member' }];
  const physical =
    file === null ? {} : { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: 1 } } };
  return {
    ruleId: code,
    level,
    message: { text: way },
    locations: [{ ...physical, logicalLocations: logical }],
    partialFingerprints: { tributary: [code, policy ?? '', asset, column ?? ''].join('|') },
    ...(isWaived ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
    properties: { policy, owner },
  };
}
