import { policyJsonSchema } from './json-schema';
import { readPolicy } from './read-policy';

const BASELINE = `apiVersion: tributary/v1
kind: Policy
metadata: { name: pii-baseline, title: PII baseline, standard: DE-2.3, owner: team:governance, version: 3 }
spec:
  mode: enforce
  priority: 100
  match:
    all:
      - classification: { category: PII }
      - assetType: [table, VIEW, topic]
      - not: { tag: synthetic }
  require:
    encryption: true
    accessLogging: true
    retention: { mode: max, days: 2555 }
    regions: { allow: [us-east-1, us-west-2] }
    approval: { access: true, approvers: [role:steward] }
    anonymization: { outside: { zone: [raw, bronze] } }
    audit: false
    freshness: { max: 2h }
    layerRule: { denyUpstreamZones: [raw] }
  violation: { severity: error, ticket: true, notify: [webhook:gov] }
  remediation: "Enable KMS encryption"
`;

const problemsOf = (yaml: string): readonly string[] => {
  const read = readPolicy(yaml);
  return read.ok ? [] : read.problems.map(({ line, column, path, message }) => `${line}:${column} ${path} ${message}`);
};

it('reads a policy into the words of the catalog', () => {
  const read = readPolicy(BASELINE);
  expect(read).toMatchObject({
    ok: true,
    value: {
      name: 'pii-baseline',
      standard: 'DE-2.3',
      basedOn: 3,
      mode: 'enforce',
      severity: 'error',
      match: {
        all: [
          { classification: { categories: ['PII'] } },
          { assetType: ['TABLE', 'VIEW', 'TOPIC'] },
          { not: { tag: ['synthetic'] } },
        ],
      },
      require: {
        encryption: true,
        audit: false,
        retention: { mode: 'max', days: 2555 },
        anonymization: { required: true, outsideLayers: ['source', 'staging'] },
        freshness: { maxSeconds: 7200 },
        layerRule: { denyUpstreamLayers: ['source'] },
      },
    },
  });
});

it.each([
  ['encryption: true', 'encryption: yes please', '13:5 spec.require.encryption must be true or false'],
  ['days: 2555', 'days: soon', '15:29 spec.require.retention.days must be a whole number of days'],
  ['accessLogging: true', 'acessLogging: true', '14:5 spec.require.acessLogging `acessLogging` is not known here'],
  [
    'mode: enforce',
    'mode: strict',
    '5:3 spec.mode Invalid option: expected one of "enforce"|"warn"|"audit"|"disabled"',
  ],
  [
    '[table, VIEW, topic]',
    '[tabel]',
    '10:21 spec.match.all.1.assetType.0 "tabel" is no type of asset: use table, view, topic, dashboard …',
  ],
  [
    'name: pii-baseline',
    'name: PII Baseline',
    '3:13 metadata.name must be lower-case letters, digits and dashes, at most 63',
  ],
  ['{ max: 2h }', '{ max: soon }', '20:18 spec.require.freshness.max is no duration: use 90s, 30m, 2h, 1d or 1w'],
  [
    '- not: { tag: synthetic }',
    '- { namePattern: "(a" }',
    '11:11 spec.match.all.2.namePattern Pattern `(a`: error parsing regexp: missing closing ): `(a`',
  ],
])('says for %j written as %j in which line it is wrong and what was expected', (right, wrong, problem) => {
  expect(problemsOf(BASELINE.replace(right, wrong))).toEqual([problem]);
});

it.each([
  ['text that is no YAML', 'a: [1', 1],
  ['a key given twice', `${BASELINE}kind: Policy\n`, 24],
  ['an alias', BASELINE.replace('audit: false', 'audit: &a false\n    owner: *a'), 20],
  ['several documents', `${BASELINE}---\n${BASELINE}`, 24],
  ['a text beyond the limit', `# ${'x'.repeat(64_001)}`, 1],
  ['an empty text', '', 1],
  ['a list', '- 1', 1],
  ['more levels than allowed', `${'['.repeat(60)}${']'.repeat(60)}`, 1],
])('refuses %s, and says where', (_what, yaml, line) => {
  const read = readPolicy(yaml);
  expect(read.ok ? null : read.problems[0]?.line).toBe(line);
});

it('never runs what a text asks for', () => {
  expect(problemsOf(BASELINE.replace('Enable KMS encryption', '${process.exit()} {{7*7}} #{1}'))).toEqual([]);
  expect(problemsOf(BASELINE.replace('tag: synthetic', 'tag: !!js/function "() => 1"'))).not.toEqual([]);
});

it('gives a schema for completion that knows every requirement', () => {
  const schema = JSON.stringify(policyJsonSchema());
  for (const word of ['encryption', 'reaches', 'denyUpstreamLayers', 'classification', 'enforce', 'dashboard']) {
    expect(schema).toContain(`"${word}"`);
  }
});
