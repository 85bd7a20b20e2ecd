import { auditSealedAt } from '../src/access';
import { givenApp, type GivenApp } from './given/app';
import { givenLineage, givenTable, policyText, settled } from './given/policies';
import { EvaluationService } from '../src/governance';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

interface Found {
  readonly id: string;
  readonly policy: string;
  readonly code: string;
  readonly status: string;
  readonly severity: string;
  readonly column: string | null;
  readonly message: string;
  readonly reopened: number;
  readonly path: readonly { asset: { name: string }; column: string | null }[];
}

async function violationsOf(assetId: string): Promise<readonly Found[]> {
  const { data, errors } = await given.query<{ violations: { nodes: readonly Found[] } }>(
    `query ($assetId: ID!) { violations(filter: { assetId: $assetId }) { total nodes {
       id policy code status severity column message reopened path { asset { name } column } evidence { attribute value source } } } }`,
    { assetId },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.violations.nodes;
}

it("shows on the standard's own example its two violations, in its words and order, after a moment", async () => {
  const id = await givenTable(
    given,
    'shop.public.example',
    { isEncrypted: false, hasAccessLogging: true, region: 'us-west-1' },
    { '': ['PII'] },
  );
  await settled(given);
  expect(
    (await violationsOf(id)).map(({ policy, code, severity, message }) => [policy, code, severity, message]),
  ).toEqual([
    ['de-pii', 'ENCRYPTION_REQUIRED', 'error', 'Encryption required but not enabled'],
    ['de-pii', 'REGION_NOT_ALLOWED', 'error', "Asset in us-west-1 but only ['us-east-1', 'us-west-2'] allowed"],
  ]);
});

it('keeps a violation through its life: resolved when mended, the same one when it comes back', async () => {
  const facts = { isEncrypted: false, hasAccessLogging: true, region: 'us-east-1' };
  const id = await givenTable(given, 'shop.public.life', facts, { '': ['PII'] });
  await settled(given);
  const [first] = await violationsOf(id);
  await givenTable(given, 'shop.public.life', { ...facts, isEncrypted: true });
  await settled(given);
  const [resolved] = await violationsOf(id);
  await givenTable(given, 'shop.public.life', facts);
  await settled(given);
  const [reopened, ...others] = await violationsOf(id);
  expect([[first, resolved, reopened].map((one) => one?.status), reopened?.reopened].flat()).toEqual([
    'OPEN',
    'RESOLVED',
    'OPEN',
    1,
  ]);
  expect([resolved?.id, reopened?.id, others]).toEqual([first?.id, first?.id, []]);
});

it('says nothing of what nobody knows', async () => {
  const id = await givenTable(given, 'shop.public.unknown', {}, { '': ['PII'] });
  await settled(given);
  expect(await violationsOf(id)).toEqual([]);
});

it('resolves what it found when the asset is no longer classified', async () => {
  const id = await givenTable(given, 'shop.public.declassified', { isEncrypted: false }, { '': ['PII'] });
  await settled(given);
  await given.query('mutation ($input: ClassifyInput!) { classify(input: $input) { id } }', { input: { assetId: id } });
  await settled(given);
  expect((await violationsOf(id)).map(({ status }) => status)).toEqual(['RESOLVED']);
});

it('finds personal data that reaches a dashboard unmasked, with its path, and not what is masked', async () => {
  const raw = await givenTable(given, 'raw.public.users', { columns: [{ name: 'phone' }] }, { phone: ['PII'] });
  const mart = await givenTable(given, 'mart.public.dim_users', { columns: [{ name: 'phone' }, { name: 'hidden' }] });
  await givenLineage(given, mart, { [raw]: ['phone → phone', 'phone → hidden*'] });
  const board = await givenTable(given, 'bi.ops', { type: 'DASHBOARD' });
  await givenLineage(given, board, { [mart]: [] });
  await settled(given);
  const found = (await violationsOf(board)).filter(({ code }) => code === 'REACHES_UNMASKED');
  expect(found.map(({ message, column }) => [message, column])).toEqual([
    ['Column dim_users.phone (PII, from raw.public.users.phone) reaches dashboard ops unmasked', null],
  ]);
  const counted = await given.query<{ asset: { openViolations: object } }>(
    'query ($id: ID!) { asset(id: $id) { openViolations { total worst } } }',
    { id: board },
  );
  expect(counted.data?.asset.openViolations).toEqual({ total: found.length, worst: 'error' });
  expect(found[0]?.path.map(({ asset, column }) => [asset.name, column])).toEqual([
    ['raw.public.users', 'phone'],
    ['mart.public.dim_users', 'phone'],
    ['bi.ops', null],
  ]);
  await givenLineage(given, board, {});
  await settled(given);
  expect((await violationsOf(board)).map(({ status }) => status)).toEqual(['RESOLVED']);
});

it('finds what is personal only because lineage says so, from where somebody said it', async () => {
  const raw = await givenTable(given, 'raw.public.callers', { columns: [{ name: 'email' }] }, { email: ['PII'] });
  const mart = await givenTable(given, 'mart.public.dim_callers', { columns: [{ name: 'email' }] });
  const board = await givenTable(given, 'bi.callers', { type: 'DASHBOARD', columns: [{ name: 'shown' }] });
  await givenLineage(given, mart, { [raw]: ['email → email'] });
  await givenLineage(given, board, { [mart]: ['email → shown'] });
  await settled(given);
  const [found] = (await violationsOf(board)).filter(({ code }) => code === 'REACHES_UNMASKED');
  expect(found?.path.map(({ asset, column }) => [asset.name, column])).toEqual([
    ['raw.public.callers', 'email'],
    ['mart.public.dim_callers', 'email'],
    ['bi.callers', 'shown'],
  ]);
});

it('counts what fits by field and value', async () => {
  const { data } = await given.query<{ violationFacets: { field: string; value: string; count: number }[] }>(
    '{ violationFacets(filter: { status: [OPEN] }) { field value count } }',
  );
  const total = await given.query<{ violations: { total: number } }>(
    '{ violations(filter: { status: [OPEN] }) { total } }',
  );
  expect(data?.violationFacets.find(({ field }) => field === 'status')).toEqual({
    field: 'status',
    value: 'OPEN',
    count: total.data?.violations.total,
  });
});

it('writes one entry in the audit log for each evaluation that changed something', async () => {
  await givenTable(given, 'shop.public.audited', { isEncrypted: false, hasAccessLogging: false }, { '': ['PII'] });
  await settled(given);
  const { data } = await given.query<{ auditEntries: { nodes: { action: string; actor: string; after: object }[] } }>(
    '{ auditEntries(object: "violation:*", first: 1) { nodes { action actor after } } }',
  );
  expect(data?.auditEntries.nodes).toEqual([
    {
      action: 'violation.evaluate',
      actor: 'system',
      after: expect.objectContaining({ opened: 2, resolved: 0 }) as object,
    },
  ]);
});

it('answers whether the audit log is kept from its own chain, and misses what is not linked', async () => {
  const id = await givenTable(given, 'shop.public.audited', {}, { '': ['PHI'] });
  const { data } = await given.query<{ policyResults: { requirement: string; status: string }[] }>(
    'query ($id: ID!) { policyResults(assetId: $id) { requirement status } }',
    { id },
  );
  expect(data?.policyResults.find(({ requirement }) => requirement === 'audit')?.status).toBe('COMPLIANT');
  await settled(given); // whose evaluations are entries too
  const runner = given.db.createQueryRunner();
  await runner.startTransaction();
  await runner.query('set local session_replication_role = replica'); // only a superuser gets past the triggers
  await runner.query(`update audit_entry set at = now() - interval '2 days'`);
  await runner.query(`insert into audit_entry (actor, action, object) values ('system', 'asset.merge', 'asset:x')`);
  const sealed = await auditSealedAt(runner.manager);
  await runner.rollbackTransaction();
  await runner.release();
  expect(Date.now() - Date.parse(sealed ?? '')).toBeGreaterThan(86_400_000);
});

it('judges freshness by the run that wrote last: unknown without one, too old as time goes by, resolved by the next', async () => {
  const policy = policyText(
    'fresh',
    '{ mode: warn, match: { name: "*.fresh_*" }, require: { freshness: { max: 2h } } }',
  );
  const saved = await given.query(
    `mutation { savePolicy(input: { yaml: ${JSON.stringify(policy)} }) { name } submitPolicy(name: "fresh", version: 1) { state } }`,
  );
  expect(saved.errors).toBeUndefined();
  const idle = await givenTable(given, 'shop.public.fresh_idle');
  const busy = await givenTable(given, 'shop.public.fresh_busy');
  const evaluations = given.app.get(EvaluationService);
  const minutes = (ago: number): Date => new Date(Date.now() - ago * 60_000);
  const written = (ago: number) =>
    given.query('mutation ($input: RecordPipelineRunInput!) { recordPipelineRun(input: $input) { id } }', {
      input: {
        ...{ namespace: 'own', name: 'load', status: 'COMPLETED', startedAt: minutes(ago + 1), endedAt: minutes(ago) },
        outputs: [{ namespace: 'postgres://db.test:5432', name: 'shop.public.fresh_busy' }],
      },
    });
  expect((await written(150)).errors).toBeUndefined();
  await settled(given);
  const { data } = await given.query<{ policyResults: { policy: string; status: string; message: string }[] }>(
    `{ policyResults(assetId: "${idle}") { policy status message } }`,
  );
  expect(data?.policyResults.filter((one) => one.policy === 'fresh')).toEqual([
    { policy: 'fresh', status: 'UNKNOWN', message: 'Freshness required but nobody says how old its data is' },
  ]);
  expect((await violationsOf(busy)).map(({ code, status, message }) => [code, status, message])).toEqual([
    ['FRESHNESS', 'OPEN', 'Newest data is 2 hours old but at most 2 hours allowed'],
  ]);

  await written(1);
  await settled(given);
  await evaluations.evaluateFreshness(minutes(5), new Date());
  expect((await violationsOf(busy)).map(({ status }) => status)).toEqual(['RESOLVED']);

  // Two hours later nothing has happened but time.
  await given.db.query(
    `update run set started_at = started_at - interval '2 hours', ended_at = ended_at - interval '2 hours'`,
  );
  await evaluations.evaluateFreshness(minutes(5), new Date());
  expect((await violationsOf(busy)).map(({ status }) => status)).toEqual(['OPEN']);
});
