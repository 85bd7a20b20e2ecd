import { givenApp, type GivenApp } from './given/app';
import { givenLineage, givenTable, settled } from './given/policies';

let given: GivenApp;
let users: string;
let orders: string;
let mart: string;
beforeAll(async () => {
  given = await givenApp();
  const columns = (...names: string[]) => ({ columns: names.map((name) => ({ name, type: 'text' })) });
  users = await givenTable(given, 'raw.public.users', columns('email', 'phone', 'id'));
  orders = await givenTable(given, 'raw.public.orders', { ...columns('customer_email', 'note'), tags: ['restricted'] });
  mart = await givenTable(given, 'mart.public.contacts', columns('contact', 'hashed', 'line'));
  await givenLineage(given, mart, {
    [users]: ['email → contact', 'phone → line *'],
    [orders]: ['customer_email → contact'],
  });
  await settled(given);
});
afterAll(() => given.close());

async function asked<Data>(text: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await given.query<Data>(text, variables as Record<string, unknown>);
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}
interface Group {
  readonly id: string;
  readonly pattern: string;
  readonly proposal: string;
  readonly suggestions: number;
  readonly downstreamColumns: number;
}
async function groups(filter = '{ status: SUGGESTED }'): Promise<Group[]> {
  const { classificationSuggestionGroups } = await asked<{ classificationSuggestionGroups: { nodes: Group[] } }>(
    `{ classificationSuggestionGroups(filter: ${filter}) { nodes { id pattern proposal suggestions downstreamColumns } } }`,
  );
  return classificationSuggestionGroups.nodes;
}
const texts = async (filter?: string): Promise<string[]> =>
  (await groups(filter)).map(
    (one) => `${one.pattern} → ${one.proposal}: ${one.suggestions} + ${one.downstreamColumns}`,
  );
async function decide(input: object): Promise<Record<string, unknown>> {
  const { decideSuggestions } = await asked<{ decideSuggestions: Record<string, unknown> }>(
    `mutation ($input: DecideSuggestionsInput!) {
      decideSuggestions(input: $input) { matched changed left assets downstreamColumns marked { asset { name } column } }
    }`,
    { input },
  );
  await settled(given);
  return decideSuggestions;
}
async function categories(assetId: string): Promise<Record<string, string[]>> {
  const { asset } = await asked<{
    asset: { columns: { name: string; classification: { categories: string[] } | null }[] };
  }>('query ($id: ID!) { asset(id: $id) { columns { name classification { categories } } } }', { id: assetId });
  return Object.fromEntries(asset.columns.map(({ name, classification }) => [name, classification?.categories ?? []]));
}

it('groups what names and tags hint at, with the columns that each would mark further down', async () => {
  expect(await texts()).toEqual([
    'name: email → pii.email: 2 + 1',
    'name: phone → pii.phone: 1 + 0',
    'tag: restricted → RESTRICTED: 1 + 0',
  ]);
});

it('confirms a group in one step and one audit entry, follows it downstream, and takes it back', async () => {
  const [email] = await groups();
  const input = { group: email?.id, decision: 'CONFIRM', reason: 'seen with the owner' };
  expect(await decide({ ...input, dryRun: true })).toEqual({
    matched: 2,
    changed: 2,
    left: 0,
    assets: 2,
    downstreamColumns: 1,
    marked: [{ asset: { name: 'mart.public.contacts' }, column: 'contact' }],
  });
  expect(await decide(input)).toEqual({
    ...{ matched: 2, changed: 2, left: 0, assets: 2 },
    ...{ downstreamColumns: null, marked: [] },
  });
  expect([await categories(users), await categories(mart)]).toEqual([
    { email: ['PII'], phone: [], id: [] },
    { contact: ['PII'], hashed: [], line: [] },
  ]);
  const entries = await given.db.query(
    `select object, reason, after ->> 'changed' as changed from audit_entry where action = 'suggestion.confirm'`,
  );
  expect(entries).toEqual([{ object: 'suggestion:*', reason: 'seen with the owner', changed: '2' }]);
  await decide({ filter: { assetId: users, status: ['CONFIRMED'] }, decision: 'REOPEN' });
  expect(await categories(users)).toEqual({ email: [], phone: [], id: [] });
  expect(await categories(mart)).toEqual({ contact: ['PII'], hashed: [], line: [] });
});

it('never suggests again what was rejected', async () => {
  await decide({ filter: { proposal: ['pii.phone'] }, decision: 'REJECT' });
  await given.query('mutation ($input: CurateAssetInput!) { curateAsset(input: $input) { id } }', {
    input: { assetId: users, tags: ['looked-at'] },
  });
  await settled(given);
  expect(await texts()).toEqual(['name: email → pii.email: 1 + 0', 'tag: restricted → RESTRICTED: 1 + 0']);
  expect(await texts('{ status: REJECTED }')).toEqual(['name: phone → pii.phone: 1 + 0']);
});

it('asks which ones are meant', async () => {
  const { errors } = await given.query('mutation { decideSuggestions(input: { decision: CONFIRM }) { changed } }');
  expect(errors?.[0]?.message).toBe('suggestions: say which ones by ids, group or filter');
});
