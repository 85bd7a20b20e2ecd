// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { junitOf } from '../src/gate/junit.mjs';
import { markdownOf } from '../src/gate/markdown.mjs';
import { sarifOf } from '../src/gate/sarif.mjs';
import { textOf } from '../src/gate/text.mjs';

/** @type {import('../src/gate/report.mjs').GateReport} */
const REPORT = {
  passed: false,
  project: 'shop',
  counts: { modelsAdded: 1, columnsAdded: 2 },
  errors: 1,
  warnings: 0,
  notes: 1,
  omitted: 0,
  durationMs: 12.4,
  phases: {},
  findings: [
    {
      level: 'error',
      code: 'REACHES_UNMASKED',
      message: 'Column phone (PII) reaches <b>dashboard</b> | ops unmasked',
      namespace: 'postgres://db:5432',
      asset: 'db.mart.facts',
      column: 'phone',
      policy: 'de-unmasked-reach',
      isWaived: false,
      owner: '@data',
      file: 'models/facts.sql',
      path: ['db.raw.users.phone', 'db.mart.facts.phone'],
      consumers: [{ name: 'bi.ops', owner: 'bi' }],
    },
    {
      level: 'note',
      code: 'ENCRYPTION_REQUIRED',
      message: 'Encryption required but not enabled',
      namespace: 'postgres://db:5432',
      asset: 'db.mart.facts',
      column: null,
      policy: 'de-pii',
      isWaived: true,
      owner: null,
      file: null,
      path: [],
      consumers: [],
    },
  ],
};

test('text names what, where, by which policy, which way and who is hit', () => {
  const text = textOf(REPORT);
  assert.match(text, /^shop does not pass: 1 errors, 0 warnings, 1 notes \(12 ms\)\n {2}models: 1 new, 0 changed/);
  assert.match(text, /error REACHES_UNMASKED db\.mart\.facts\.phone \(policy de-unmasked-reach\)/);
  assert.match(
    text,
    /by way of db\.raw\.users\.phone → db\.mart\.facts\.phone\n {2}read by bi\.ops \(bi\)\n {2}owner @data, models\/facts\.sql/,
  );
  assert.match(text, /note ENCRYPTION_REQUIRED db\.mart\.facts \(policy de-pii, waived\)/);
});

test('markdown makes nothing of markup, table marks and mentions in names', () => {
  const text = markdownOf(REPORT);
  assert.ok(text.includes('\\<b\\>dashboard\\</b\\> \\| ops'));
  assert.ok(!text.includes('@data'));
});

test('SARIF points at the file and suppresses what is waived', () => {
  const { runs } = JSON.parse(sarifOf(REPORT));
  const [first, second] = runs[0].results;
  assert.equal(first.locations[0].physicalLocation.artifactLocation.uri, 'models/facts.sql');
  assert.deepEqual(
    [first.level, first.suppressions, second.suppressions],
    ['error', undefined, [{ kind: 'external', status: 'accepted' }]],
  );
});

test('JUnit fails for errors alone and escapes what XML has no place for', () => {
  const text = junitOf(REPORT);
  assert.match(text, /<testsuites tests="2" failures="1"/);
  assert.match(text, /<failure message="Column phone \(PII\) reaches &lt;b&gt;dashboard/);
  assert.equal(text.match(/<failure/g)?.length, 1);
});
