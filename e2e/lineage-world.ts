import { request as newRequest, type APIRequestContext } from '@playwright/test';
import { ADMIN_TOKEN, ORIGIN } from './installation';

const NAMESPACE = 'postgres://lineage.e2e.example:5432';
/** The API takes at most this many mutations in one document. */
const BATCH = 15;

/** An asset of the test's own: "upper.schema.name", with its parents by the same spelling. */
export interface Planted {
  readonly name: string;
  readonly type?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly parents?: readonly string[];
}

/** Ids by name. */
export type World = ReadonlyMap<string, string>;

/** Asks the API as the administrator. */
export async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const api = await apiAsAdministrator();
  try {
    return await askWith<Data>(api, query, variables);
  } finally {
    await api.dispose();
  }
}

async function askWith<Data>(api: APIRequestContext, query: string, variables: Record<string, unknown>): Promise<Data> {
  const response = await api.post('/graphql', { data: { query, variables } });
  const body = (await response.json()) as { data: Data; errors?: unknown };
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

/** Registers assets and records what feeds them, through the API that users have. */
export async function plant(assets: readonly Planted[]): Promise<World> {
  const api = await apiAsAdministrator();
  const world = new Map<string, string>();
  const inputs = assets.map(({ name, type = 'TABLE', owner, tags }) => ({
    namespace: NAMESPACE,
    name,
    type,
    owner,
    tags,
  }));
  for (const batch of batches(inputs)) {
    const calls = batch.map((_, i) => `a${String(i)}: registerAsset(input: $i${String(i)}) { id name }`);
    const answer = await mutate<Record<string, { id: string; name: string }>>(api, 'RegisterAssetInput', batch, calls);
    for (const { id, name } of Object.values(answer)) world.set(name, id);
  }
  const edges = assets
    .filter((asset) => asset.parents)
    .map(({ name, parents = [] }) => ({
      assetId: world.get(name),
      parentAssetIds: parents.map((parent) => world.get(parent)),
      transformation: 'sql',
    }));
  for (const batch of batches(edges)) {
    const calls = batch.map((_, i) => `a${String(i)}: recordLineage(input: $i${String(i)}) { added }`);
    await mutate(api, 'RecordLineageInput', batch, calls);
  }
  await api.dispose();
  return world;
}

function mutate<Data>(
  api: APIRequestContext,
  type: string,
  inputs: readonly unknown[],
  calls: readonly string[],
): Promise<Data> {
  const parameters = inputs.map((_, i) => `$i${String(i)}: ${type}!`).join(', ');
  const variables = Object.fromEntries(inputs.map((input, i) => [`i${String(i)}`, input]));
  return askWith<Data>(api, `mutation (${parameters}) { ${calls.join(' ')} }`, variables);
}

function batches<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

/** A name of its own for each test run, so that worlds do not meet. */
export function unique(word: string): string {
  return `${word}_${Math.random().toString(36).slice(2, 8)}`;
}

/** W: a table with one source and 300 direct consumers, the first of which has eight of its own. */
export interface Fan {
  readonly focus: string;
  readonly child: string;
  readonly idOf: (suffix: string) => Promise<string>;
}

export async function plantFan(): Promise<Fan> {
  const project = unique('fan');
  const consumers = Array.from({ length: 300 }, (_, i) => `c${String(i).padStart(3, '0')}`);
  const grand = Array.from({ length: 8 }, (_, i) => `g${String(i)}`);
  await ingest(project, { source: [], hub: ['source'], ...childrenOf('hub', consumers), ...childrenOf('c000', grand) });
  const idOf = (model: string): Promise<string> => idByName(`lineage.${project}.${model}`);
  return { focus: await idOf('hub'), child: await idOf('c000'), idOf };
}

/** More than one answer holds: ten tables, ten for each of those, eight for each of those; 911 with the root. */
export async function plantLarge(): Promise<{ focus: string }> {
  const project = unique('large');
  const below = (parents: readonly string[], count: number): string[][] =>
    parents.map((parent) => Array.from({ length: count }, (_, i) => `${parent}_${String(i)}`));
  const models: Record<string, string[]> = { t: [] };
  let level = ['t'];
  for (const count of [10, 10, 8]) {
    const next = below(level, count);
    level.forEach((parent, i) => Object.assign(models, childrenOf(parent, next[i] ?? [])));
    level = next.flat();
  }
  await ingest(project, models);
  return { focus: await idByName(`lineage.${project}.t`) };
}

function childrenOf(parent: string, names: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, [parent]]));
}

async function idByName(name: string): Promise<string> {
  const query = `query ($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { id } }`;
  const { assetByName } = await ask<{ assetByName: { id: string } | null }>(query, { namespace: NAMESPACE, name });
  if (!assetByName) throw new Error(`${name} did not arrive`);
  return assetByName.id;
}

/** Sends a dbt project of models with their parents, as `tributary ingest dbt` does. */
async function ingest(project: string, models: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const idOf = (name: string): string => `model.${project}.${name}`;
  const nodes = Object.entries(models).map(([name, parents]) => [
    idOf(name),
    {
      ...{
        unique_id: idOf(name),
        resource_type: 'model',
        name,
        alias: name,
        package_name: project,
        fqn: [project, name],
      },
      ...{ database: 'lineage', schema: project, relation_name: `"lineage"."${project}"."${name}"` },
      config: { materialized: name.endsWith('2') ? 'view' : 'table', enabled: true },
      depends_on: { nodes: parents.map(idOf) },
      columns: {},
      tags: [],
      meta: {},
      description: '',
    },
  ]);
  const version = 'https://schemas.getdbt.com/dbt/manifest/v12.json';
  const metadata = {
    dbt_schema_version: version,
    dbt_version: '1.9.0',
    adapter_type: 'postgres',
    project_name: project,
  };
  const rest = { sources: {}, exposures: {}, metrics: {}, groups: {}, macros: {}, docs: {}, disabled: {} };
  const manifest = Buffer.from(JSON.stringify({ metadata, nodes: Object.fromEntries(nodes) as object, ...rest }));
  const api = await apiAsAdministrator();
  const response = await api.post(`/api/v1/ingest/dbt?namespace=${encodeURIComponent(NAMESPACE)}`, {
    multipart: { manifest: { name: 'manifest.json', mimeType: 'application/json', buffer: manifest } },
  });
  const text = await response.text();
  await api.dispose();
  if (!response.ok() || !text.includes('PROCESSED')) throw new Error(text);
}

function apiAsAdministrator(): Promise<APIRequestContext> {
  return newRequest.newContext({ baseURL: ORIGIN, extraHTTPHeaders: { authorization: `Bearer ${ADMIN_TOKEN}` } });
}

/** a → b → c → d with a dashboard at the end, layers and owners of their own. */
export async function plantChain(): Promise<{
  world: World;
  id: (letter: string) => string;
  name: (letter: string) => string;
}> {
  const prefix = unique('chain');
  const name = (letter: string): string => `${prefix}.marts.${prefix}_${letter}`;
  const world = await plant([
    { name: name('a'), owner: 'one', tags: ['first'] },
    { name: name('b'), owner: 'two', tags: ['middle'], type: 'VIEW', parents: [name('a')] },
    { name: name('c'), owner: 'one', parents: [name('b')] },
    { name: name('d'), owner: 'three', type: 'DASHBOARD', parents: [name('c')] },
  ]);
  return { world, name, id: (letter) => world.get(name(letter)) ?? '' };
}

/** Four tables that feed one another in a ring, with one source. */
export async function plantCycle(): Promise<{ focus: string }> {
  const prefix = unique('ring');
  const name = (letter: string): string => `${prefix}.marts.${prefix}_${letter}`;
  const ring = ['a', 'b', 'c', 'd'];
  const parentOf = (letter: string): string => ring[(ring.indexOf(letter) + 3) % 4] ?? 'a';
  const world = await plant([
    { name: name('in') },
    ...ring.map((letter) => ({
      name: name(letter),
      parents: [name(parentOf(letter)), ...(letter === 'a' ? [name('in')] : [])],
    })),
  ]);
  return { focus: world.get(name('a')) ?? '' };
}
