import { givenApp, type GivenApp } from './given/app';
import { givenTable, policyText, settled } from './given/policies';

let given: GivenApp;
let before: Date;
beforeAll(async () => {
  given = await givenApp();
  await givenTable(given, 'a.b.kept', { owner: 'team', region: 'eu' });
  await givenTable(given, 'a.b.broken', { region: 'us' });
  before = new Date();
  await givenTable(given, 'a.b.kept', { region: 'us' });
  await givenTable(given, 'a.b.later', {});
  await settled(given);
});
afterAll(() => given.close());

interface Preview {
  readonly [field: string]: unknown;
  readonly addedSamples: readonly { asset: { name: string }; result: { code: string; message: string } }[];
}

async function preview(yaml: string, at: Date | null = null): Promise<Preview | undefined> {
  const { data, errors } = await given.query<{ previewPolicy: Preview }>(
    `query ($yaml: String!, $at: DateTime) { previewPolicy(yaml: $yaml, at: $at) {
       added cleared same unknown assetsMatched complete warnings notEvaluated { what }
       addedSamples { asset { name } result { code message } } clearedSamples { asset { name } } sameSamples { asset { name } } } }`,
    { yaml, at },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data?.previewPolicy;
}
const regional = (allow: string, mode = 'enforce') =>
  policyText('regional', `{ mode: ${mode}, match: { name: "a.b.*" }, require: { regions: { allow: [${allow}] } } }`);

it('shows what a new policy would find and writes nothing', async () => {
  const count = async () => (await given.db.query<{ n: number }[]>('select count(*)::int as n from violation'))[0]?.n;
  const violations = await count();
  expect(await preview(regional('eu'))).toMatchObject({
    ...{ added: 2, cleared: 0, same: 0, unknown: 1, assetsMatched: 3, complete: true, warnings: [], notEvaluated: [] },
    addedSamples: [
      {
        asset: { name: 'a.b.kept' },
        result: { code: 'REGION_NOT_ALLOWED', message: "Asset in us but only ['eu'] allowed" },
      },
      { asset: { name: 'a.b.broken' } },
    ],
  });
  expect([await count(), await given.query('{ policy(name: "regional") { name } }')]).toEqual([
    violations,
    { data: { policy: null } },
  ]);
});

it('shows what an edit would add, clear and leave, beside the version in force', async () => {
  await given.query('mutation ($yaml: String!) { savePolicy(input: { yaml: $yaml }) { name } }', {
    yaml: regional('eu', 'warn'),
  });
  await given.query('mutation { submitPolicy(name: "regional", version: 1) { name } }');
  await settled(given);
  expect(await preview(regional('eu', 'warn'))).toMatchObject({ added: 0, cleared: 0, same: 2 });
  expect(await preview(regional('us', 'warn'))).toMatchObject({ added: 0, cleared: 2, same: 0 });
  expect(await preview(regional('eu', 'disabled'))).toMatchObject({ added: 0, cleared: 2, same: 0 });
});

it('shows what a policy would have found at a moment in the past, and what is not kept of it', async () => {
  const past = await preview(regional('eu'), before);
  expect(past).toMatchObject({ added: 1, unknown: 0, assetsMatched: 2 });
  expect(past?.addedSamples.map(({ asset }) => asset.name)).toEqual(['a.b.broken']);
  expect((past?.['notEvaluated'] as { what: string }[] | undefined)?.map(({ what }) => what)).toContain('reaches');
});

it('warns of a policy that matches nothing and of one that contradicts another', async () => {
  const nothing = policyText(
    'nothing',
    '{ mode: warn, match: { column: { name: went_away } }, require: { owner: true } }',
  );
  const other = policyText(
    'other',
    '{ mode: enforce, match: { name: "a.b.*" }, require: { regions: { allow: [mars] } } }',
  );
  expect((await preview(nothing))?.['warnings']).toEqual(['The policy matches no asset']);
  expect((await preview(other))?.['warnings']).toEqual(['On 1 assets it contradicts another policy']);
});

it('refuses a text that is wrong, and a moment in the future', async () => {
  await expect(preview('a: 1')).rejects.toThrow('Policy: line 1');
  await expect(preview(regional('eu'), new Date(Date.now() + 60_000))).rejects.toThrow('at: is in the future');
});

it('shows everything that policies make of an asset, what nobody knows included', async () => {
  const id = await givenTable(given, 'a.b.pii', { isEncrypted: true }, { '': ['PII'] });
  const { data } = await given.query<{ policyResults: { requirement: string; status: string }[] }>(
    'query ($id: ID!) { policyResults(assetId: $id) { requirement status policy code message evidence { attribute value source } } }',
    { id },
  );
  expect(data?.policyResults.map(({ requirement, status }) => [requirement, status])).toEqual([
    ['encryption', 'COMPLIANT'],
    ['accessLogging', 'UNKNOWN'],
    ['regions', 'VIOLATION'],
    ['retention', 'UNKNOWN'],
    ['approval', 'COMPLIANT'],
    ['anonymization', 'NOT_APPLICABLE'],
  ]);
});
