// @ts-check
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { neededOption, numberOption, textOption, textsOption } from '../options.mjs';

const CREATE = `mutation CreateToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { secret token { id name role namespaces expiresAt } }
}`;

/**
 * `token create`: prints the secret once, alone on standard output.
 *
 * @param {import('../main.mjs').Context} context
 */
export async function createToken({ client, options, env, streams, isJson }) {
  const input = {
    name: neededOption(options, 'name'),
    role: neededOption(options, 'role').toUpperCase(),
    namespaces: textsOption(options, 'namespace') ?? [],
    expiresInDays: numberOption(options, 'days', 90),
  };
  const username = textOption(options, 'username');
  if (username !== undefined) {
    await client.signIn(username, env['TRIBUTARY_PASSWORD'] ?? (await askPassword(username, streams.err)));
  }
  /** @type {{ createApiToken: { secret: string, token: { name: string, role: string, expiresAt: string } } }} */
  const { createApiToken } = await client.graphql(CREATE, { input });
  if (isJson) {
    streams.out.write(`${JSON.stringify(createApiToken)}\n`);
    return;
  }
  const { token, secret } = createApiToken;
  const role = token.role.toLowerCase();
  streams.err.write(`Token ${token.name} (${role}), until ${token.expiresAt}. It is shown this once:\n`);
  streams.out.write(`${secret}\n`);
}

/**
 * @param {string} username
 * @param {import('node:stream').Writable} prompt
 * @returns {Promise<string>}
 */
async function askPassword(username, prompt) {
  prompt.write(`Password of ${username}: `);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  const password = await lines.question('');
  lines.close();
  prompt.write('\n');
  return password;
}
