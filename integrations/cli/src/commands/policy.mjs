// @ts-check
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { EXIT, Failure, usage } from '../failure.mjs';
import { textOption } from '../options.mjs';
import { table } from '../table.mjs';

const LIST = `query Policies($after: String) {
  policies(filter: { state: [ACTIVE, DRAFT, PROPOSED] }, first: 50, after: $after) {
    nodes { name yaml latestVersion } endCursor
  }
}`;
const ONE = 'query Policy($name: String!) { policy(name: $name) { yaml latestVersion } }';
const CHECK = 'query Check($yaml: String!) { validatePolicy(yaml: $yaml) { line message } }';
const SAVE = 'mutation Save($input: SavePolicyInput!) { savePolicy(input: $input) { name latestVersion } }';
const SUBMIT =
  'mutation Submit($name: String!, $version: Int!) { submitPolicy(name: $name, version: $version) { state } }';

/** @typedef {{ name: string, yaml: string, latestVersion: number }} Policy */

/**
 * `policy export <folder>`: one file for each policy, as git wants them: the same policies make the same files.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function exportPolicies({ client, streams }, [folder]) {
  if (folder === undefined) throw usage('policy export: name a folder');
  await mkdir(folder, { recursive: true });
  let count = 0;
  for (let after = /** @type {string | null} */ (null); ;) {
    /** @type {{ policies: { nodes: Policy[], endCursor: string | null } }} */
    const { policies } = await client.graphql(LIST, { after });
    for (const { name, yaml } of policies.nodes) {
      await writeFile(path.join(folder, `${fileName(name)}.yaml`), yaml.endsWith('\n') ? yaml : `${yaml}\n`);
      count += 1;
    }
    after = policies.endCursor;
    if (after === null) break;
  }
  streams.out.write(`${count} policies written to ${folder}\n`);
}

/**
 * Names are the service's to choose; a file stays in the folder whatever they are.
 *
 * @param {string} name
 */
const fileName = (name) => name.replaceAll(/[^a-zA-Z0-9_-]/g, '_');

/**
 * `policy import <folder> [--submit]`: saves what differs as drafts; with --submit proposes them, too.
 *
 * Nothing is saved unless every file is right. What enforces still takes a second person.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 * @throws Failure naming file, line and rule of what is not a policy
 */
export async function importPolicies({ client, options, streams }, [folder]) {
  if (folder === undefined) throw usage('policy import: name a folder');
  const texts = await readTexts(folder);
  for (const { file, yaml } of texts) await refuseWrong(client, file, yaml);
  /** @type {string[][]} */
  const rows = [];
  for (const { file, yaml } of texts) rows.push([`  ${file}`, await save(client, yaml, options)]);
  streams.out.write(table(rows));
}

/**
 * @param {string} folder
 * @returns {Promise<{ file: string, yaml: string }[]>} in order of name
 */
async function readTexts(folder) {
  const names = await readdir(folder).catch(() => {
    throw new Failure(EXIT.usage, `${folder} is not a folder`);
  });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  if (files.length === 0) throw new Failure(EXIT.usage, `${folder} has no .yaml files`);
  return Promise.all(files.map(async (file) => ({ file, yaml: await readFile(path.join(folder, file), 'utf8') })));
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {string} file
 * @param {string} yaml
 */
async function refuseWrong(client, file, yaml) {
  /** @type {{ validatePolicy: { line: number | null, message: string }[] }} */
  const { validatePolicy: problems } = await client.graphql(CHECK, { yaml });
  const [first] = problems;
  if (first !== undefined) throw new Failure(EXIT.refused, `${file}:${first.line ?? 1}: ${first.message}`, problems);
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {string} yaml
 * @param {import('../options.mjs').Options} options
 * @returns {Promise<string>} what was done
 */
async function save(client, yaml, options) {
  const name = nameIn(yaml);
  /** @type {{ policy: Omit<Policy, 'name'> | null }} */
  const { policy: known } = await client.graphql(ONE, { name });
  if (known?.yaml.trim() === yaml.trim()) return 'unchanged';
  const comment = textOption(options, 'comment') ?? 'imported';
  const input = { yaml, comment, ...(known ? { basedOn: known.latestVersion } : {}) };
  /** @type {{ savePolicy: { name: string, latestVersion: number } }} */
  const { savePolicy: saved } = await client.graphql(SAVE, { input });
  if (options['submit'] !== true) return `draft ${saved.latestVersion}`;
  /** @type {{ submitPolicy: { state: string } }} */
  const { submitPolicy } = await client.graphql(SUBMIT, { name: saved.name, version: saved.latestVersion });
  return submitPolicy.state.toLowerCase();
}

/**
 * The service has found the text right, so its name stands in its metadata.
 *
 * @param {string} yaml
 */
const nameIn = (yaml) => /^metadata:[^]*?\bname:\s*["']?([^\s"',}]+)/m.exec(yaml)?.[1] ?? '';
