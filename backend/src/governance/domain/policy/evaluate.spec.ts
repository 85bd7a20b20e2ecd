import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readPolicyOrRefuse } from '../../policy-language/read-policy';
import { compilePolicies, evaluate, type Circumstances } from './evaluate';
import type { Policy } from './policy';
import type { Known, Subject } from './subject';

const PACK = resolve(__dirname, '../../packs/de');
const shipped = readdirSync(PACK).map((file) => readPolicyOrRefuse(readFileSync(join(PACK, file), 'utf8')));
const NOW = Date.parse('2026-11-27T12:00:00Z');
const known = <Value>(value: Value | null): Known<Value> => ({
  value,
  source: value === null ? null : 'asset',
  at: null,
});

const PLAIN: Subject = {
  id: '1',
  publicId: 'asset-1',
  name: 'shop.public.customers',
  displayName: 'customers',
  namespace: 'postgres://db:5432',
  platform: 'postgres',
  environment: null,
  type: 'TABLE',
  layer: 'source',
  owner: 'team-a',
  tags: [],
  domain: null,
  tier: null,
  dbtPackage: null,
  materialized: null,
  level: null,
  categories: [],
  columns: [],
  description: null,
  encryption: known<boolean>(null),
  accessLogging: known<boolean>(null),
  region: known<string>(null),
  retentionDays: known<number>(null),
  contract: known<boolean>(null),
  newestData: known<string>(null),
  tests: [],
  upstream: [],
  arrivals: [],
};
const pii = (more: Partial<Subject> = {}): Subject => ({ ...PLAIN, level: 3, categories: ['PII'], ...more });
const email = { path: 'email', type: 'text', tags: [], level: 3, categories: ['PII'], isMasked: false };

function results(policies: readonly Policy[], subject: Subject, more: Partial<Circumstances> = {}) {
  return evaluate(compilePolicies(policies), subject, {
    waivers: [],
    now: NOW,
    system: { auditSealedAt: null },
    ...more,
  });
}
const broken = (...given: Parameters<typeof results>) =>
  results(...given)
    .filter(({ status }) => status === 'VIOLATION')
    .map(({ policy, code, message }) => [policy, code, message]);

const policy = (name: string, spec: string): Policy =>
  readPolicyOrRefuse(`apiVersion: tributary/v1\nkind: Policy\nmetadata: { name: ${name} }\nspec: ${spec}`);

it("finds on the standard's own example exactly its two violations, in its own words and order", () => {
  const asset = pii({ encryption: known(false), accessLogging: known(true), region: known('us-west-1') });
  expect(broken(shipped, asset)).toEqual([
    ['de-pii', 'ENCRYPTION_REQUIRED', 'Encryption required but not enabled'],
    ['de-pii', 'REGION_NOT_ALLOWED', "Asset in us-west-1 but only ['us-east-1', 'us-west-2'] allowed"],
  ]);
});

it('takes unknown evidence for neither a pass nor a failure', () => {
  const unknown = results(shipped, pii()).filter(({ status }) => status === 'UNKNOWN');
  expect(broken(shipped, pii())).toEqual([]);
  expect(unknown.map(({ requirement, code }) => [requirement, code])).toEqual([
    ['encryption', 'ATTRIBUTE_UNKNOWN'],
    ['accessLogging', 'ATTRIBUTE_UNKNOWN'],
    ['regions', 'ATTRIBUTE_UNKNOWN'],
    ['retention', 'ATTRIBUTE_UNKNOWN'],
  ]);
  expect(unknown[2]?.message).toBe("Asset in unknown region but only ['us-east-1', 'us-west-2'] allowed");
});

it('takes unknown for missing where the policy says so', () => {
  const strict = policy('strict', '{ mode: enforce, match: {}, require: { encryption: true }, treatUnknownAs: false }');
  expect(broken([strict], PLAIN)).toEqual([['strict', 'ENCRYPTION_REQUIRED', 'Encryption required but not enabled']]);
});

it('merges policies: both categories allow only the region that both allow', () => {
  const both = pii({ level: 4, categories: ['PHI', 'PII'], region: known('us-west-2') });
  expect(broken(shipped, both, { system: { auditSealedAt: '2026-11-27T11:59:00Z' } })).toEqual([
    ['de-phi', 'REGION_NOT_ALLOWED', "Asset in us-west-2 but only ['us-east-1'] allowed"],
  ]);
});

it('says once that something is missing when several policies demand it, with all their names', () => {
  const both = pii({ level: 4, categories: ['PHI', 'PII'], encryption: known(false) });
  const [found, ...others] = results(shipped, both).filter(({ requirement }) => requirement === 'encryption');
  expect([found?.policy, found?.policies, others]).toEqual(['de-phi', ['de-phi', 'de-pii'], []]);
});

it('calls regions that exclude one another a conflict, whatever the region is', () => {
  const east = policy('east', '{ mode: enforce, match: {}, require: { regions: { allow: us-east-1 } } }');
  const west = policy('west', '{ mode: enforce, match: {}, require: { regions: { allow: [eu-west-1] } } }');
  expect(broken([east, west], PLAIN)).toEqual([
    ['east', 'POLICY_CONFLICT', "No region is allowed by all of its policies: east ['us-east-1'], west ['eu-west-1']"],
  ]);
});

it.each([
  [30, []],
  [2555, []],
  [2556, ['RETENTION_EXCEEDED']],
  [Number.POSITIVE_INFINITY, ['RETENTION_UNBOUNDED']],
])('holds a retention of %d days against the standard', (days, codes) => {
  expect(broken(shipped, pii({ retentionDays: known(days) })).map(([, code]) => code)).toEqual(codes);
});

it('takes the strictest of several retentions, and calls a contradiction a conflict', () => {
  const short = policy('short', '{ mode: warn, match: {}, require: { retention: { mode: max, days: 30 } } }');
  const long = policy('long', '{ mode: warn, match: {}, require: { retention: { mode: max, days: 90 } } }');
  const hold = policy('hold', '{ mode: enforce, match: {}, require: { retention: { mode: min, days: 60 } } }');
  const asset = { ...PLAIN, retentionDays: known(45) };
  expect(broken([short, long], asset)[0]?.[2]).toBe('Kept for 45 days but at most 30 allowed');
  expect(broken([long, hold], asset)[0]?.[2]).toBe('Kept for 45 days but at least 60 required');
  expect(broken([short, hold], asset)[0]?.[1]).toBe('POLICY_CONFLICT');
});

it('wants columns masked outside the layers that are exempt, one violation per column', () => {
  const columns = [email, { ...email, path: 'phone', isMasked: true }, { ...email, path: 'note', categories: [] }];
  const at = (layer: string | null) =>
    results(shipped, pii({ layer, columns }))
      .filter(({ requirement, policy: name }) => requirement === 'anonymization' && name === 'de-pii')
      .map(({ column, status }) => [column, status]);
  expect(at('mart')).toEqual([
    ['email', 'VIOLATION'],
    ['phone', 'COMPLIANT'],
  ]);
  expect(at('staging')).toEqual([
    ['email', 'COMPLIANT'],
    ['phone', 'COMPLIANT'],
  ]);
  expect(at(null)[0]).toEqual(['email', 'UNKNOWN']);
});

it('finds personal data that reaches a dashboard unmasked, with the path', () => {
  const path = [
    { assetId: 'asset-1', column: 'email' },
    { assetId: 'asset-2', column: 'mail' },
    { assetId: 'asset-3', column: null },
  ];
  const arrival = {
    column: null,
    via: 'dim_customers.mail',
    level: 3,
    categories: ['PII'],
    origin: pii(),
    originColumn: 'email',
    path,
  };
  const dashboard: Subject = {
    ...PLAIN,
    publicId: 'asset-3',
    type: 'DASHBOARD',
    displayName: 'Night Ops',
    layer: 'bi',
    arrivals: [arrival],
  };
  const [found] = results(shipped, dashboard).filter(({ requirement }) => requirement === 'reaches');
  expect([found?.code, found?.message, found?.path]).toEqual([
    'REACHES_UNMASKED',
    'Column dim_customers.mail (PII, from shop.public.customers.email) reaches dashboard Night Ops unmasked',
    path,
  ]);
  expect(broken(shipped, { ...dashboard, type: 'TABLE' })).toEqual([]);
});

it('lowers what a policy says by its mode, and leaves disabled ones out', () => {
  const of = (mode: string) =>
    policy(mode, `{ mode: ${mode}, match: {}, require: { owner: true }, violation: { severity: error } }`);
  const severities = ['enforce', 'warn', 'audit', 'disabled'].map(
    (mode) => results([of(mode)], { ...PLAIN, owner: null })[0]?.severity,
  );
  expect(severities).toEqual(['error', 'warning', 'info', undefined]);
});

it('lets pass what is waived until the waiver ends, and lets another broken policy speak', () => {
  const one = policy('one', '{ mode: enforce, priority: 2, match: {}, require: { owner: true } }');
  const two = policy('two', '{ mode: enforce, priority: 1, match: {}, require: { owner: true } }');
  const waiver = { id: 'w', policy: 'one', requirement: 'owner', assetId: '1', column: null, expiresAt: NOW + 1 };
  const seen = (policies: readonly Policy[], now: number) =>
    results(policies, { ...PLAIN, owner: null }, { waivers: [waiver], now }).map((found) => [
      found.policy,
      found.status,
      found.waiverId,
    ]);
  expect(seen([one], NOW)).toEqual([['one', 'WAIVED', 'w']]);
  expect(seen([one], NOW + 1)).toEqual([['one', 'VIOLATION', null]]);
  expect(seen([one, two], NOW)).toEqual([['two', 'VIOLATION', null]]);
});

it.each([
  ['{ assetType: table }', true],
  ['{ not: { assetType: table } }', false],
  ['{ name: "shop.*.cust?mers" }', true],
  ['{ name: customers }', true],
  ['{ name: "shop.*.x" }', false],
  ['{ namePattern: "shop[.].*" }', true],
  ['{ namePattern: "customers" }', false],
  ['{ namespace: "postgres://*", platform: postgres }', true],
  ['{ namespace: "postgres://*", platform: kafka }', false],
  ['{ any: [{ owner: nobody }, { owner: TEAM-* }] }', true],
  ['{ any: [] }', false],
  ['{ classification: { level: ">=CONFIDENTIAL" } }', true],
  ['{ classification: { level: ">CONFIDENTIAL" } }', false],
  ['{ classification: { level: "<=INTERNAL" } }', false],
  ['{ classification: { category: [PHI, pii] } }', true],
  ['{ classification: { unclassified: true } }', false],
  ['{ column: { name: "e*", type: text } }', true],
  ['{ column: { name: "e*", type: int } }', false],
  ['{ column: { classification: { category: PII } }, layer: raw }', true],
])('selects by %s: %s', (selector, isSelected) => {
  const wanted = policy('x', `{ match: ${selector}, require: { description: true } }`);
  expect(results([wanted], pii({ columns: [email] })).length > 0).toBe(isSelected);
});

it.each([
  [
    '{ tests: { min: 2, types: [not_null, unique] } }',
    [['not_null', 'error']],
    ['Has 1 tests but 2 are required; Has no unique test'],
  ],
  [
    '{ tests: { min: 1, severity: error } }',
    [['not_null', 'warning']],
    ['Has 0 tests of severity error but 1 are required'],
  ],
  ['{ tests: { types: [unique] } }', [['unique', 'error']], []],
])('holds tests against %s', (demand, tests, messages) => {
  const wanted = policy('x', `{ mode: enforce, match: {}, require: ${demand} }`);
  const subject = { ...PLAIN, tests: tests.map(([type = '', severity = '']) => ({ type, severity })) };
  expect(broken([wanted], subject).map(([, , message]) => message)).toEqual(messages);
});

it('gives the same results whatever the order of policies', () => {
  const both = pii({
    level: 4,
    categories: ['PHI', 'PII'],
    encryption: known(false),
    region: known('eu'),
    columns: [email],
    layer: 'mart',
  });
  const key = (policies: readonly Policy[]) =>
    JSON.stringify(results(policies, both).filter(({ requirement }) => requirement !== 'reaches'));
  expect(key(shipped.toReversed())).toBe(key(shipped));
});
