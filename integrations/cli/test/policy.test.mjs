// @ts-check
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

import { exportPolicies, importPolicies } from '../src/commands/policy.mjs';

const folder = await mkdtemp(path.join(tmpdir(), 'tributary-policy-'));
after(() => rm(folder, { recursive: true }));

const yaml = (/** @type {string} */ name, /** @type {string} */ mode) =>
  `apiVersion: tributary/v1\nkind: Policy\nmetadata: { title: A name, name: ${name} }\nspec: { mode: ${mode} }\n`;

/**
 * A service that holds some policies; what is asked of it is noted.
 *
 * @param {Record<string, string>} held
 */
function given(held) {
  const asked = /** @type {[string, unknown][]} */ ([]);
  const policies = Object.entries(held).map(([name, text]) => ({ name, yaml: text, latestVersion: 3 }));
  /** @type {(query: string, variables: { name: string, yaml: string }) => Promise<unknown>} */
  const graphql = async (query, variables) => {
    if (query.startsWith('query Policies')) return { policies: { nodes: policies, endCursor: null } };
    if (query.startsWith('query Policy'))
      return { policy: policies.find(({ name }) => name === variables.name) ?? null };
    if (query.startsWith('query Check'))
      return { validatePolicy: variables.yaml.includes('wrong') ? [{ line: 4, message: 'mode: is none' }] : [] };
    asked.push([query.split(/[ (]/)[1] ?? '', variables]);
    return { savePolicy: { name: 'b', latestVersion: 4 }, submitPolicy: { state: 'PROPOSED' } };
  };
  const written = { text: '' };
  const out = { write: (/** @type {string} */ text) => (written.text += text) };
  const context = /** @type {import('../src/main.mjs').Context} */ (
    /** @type {unknown} */ ({ client: { graphql }, options: {}, streams: { out, err: out } })
  );
  return { context, asked, written };
}

test('exports one file for each policy and imports the same as unchanged', async () => {
  const world = given({ a: yaml('a', 'warn'), b: yaml('b', 'enforce') });
  await exportPolicies(world.context, [folder]);
  assert.equal(await readFile(path.join(folder, 'b.yaml'), 'utf8'), yaml('b', 'enforce'));
  await importPolicies(world.context, [folder]);
  assert.deepEqual(world.asked, []);
});

test('saves what differs as a draft based on what it saw, and proposes it when asked to', async () => {
  const world = given({ a: yaml('a', 'warn'), b: yaml('b', 'warn') });
  world.context.options = { submit: true };
  await importPolicies(world.context, [folder]);
  assert.deepEqual(world.asked, [
    ['Save', { input: { yaml: yaml('b', 'enforce'), comment: 'imported', basedOn: 3 } }],
    ['Submit', { name: 'b', version: 4 }],
  ]);
});

test('saves nothing when one file is wrong, and names it with its line', async () => {
  await writeFile(path.join(folder, 'c.yaml'), yaml('c', 'wrong'));
  const world = given({});
  await assert.rejects(
    importPolicies(world.context, [folder]),
    /^Error: c\.yaml:4: mode: is none$|c\.yaml:4: mode: is none/,
  );
  assert.deepEqual(world.asked, []);
});
