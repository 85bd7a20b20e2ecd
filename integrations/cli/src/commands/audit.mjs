// @ts-check
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';

import { EXIT, Failure } from '../failure.mjs';
import { textOption } from '../options.mjs';
import { table } from '../table.mjs';

const VERIFY = `query Verify($witness: String) {
  auditVerification(witness: $witness) { isIntact entries head problems { position seq problem } }
}`;

/**
 * @typedef {object} Verification
 * @property {boolean} isIntact
 * @property {number} entries
 * @property {string} head
 * @property {{ position: string | null, seq: string | null, problem: string }[]} problems
 */

/**
 * `audit verify [--witness <file>]`: whether the audit log is as it was written.
 *
 * With a file, the end of the chain is kept there and must still be part of it next time: then even a log whose end was
 * cut off, or that was written anew as a whole, is found out.
 *
 * @param {import('../main.mjs').Context} context
 * @throws Failure with exit code 1 when it is not
 */
export async function verifyAudit({ client, options, streams, isJson }) {
  const file = textOption(options, 'witness');
  const witness = file !== undefined && existsSync(file) ? (await readFile(file, 'utf8')).trim() : null;
  /** @type {{ auditVerification: Verification }} */
  const { auditVerification: found } = await client.graphql(VERIFY, { witness });
  if (isJson) streams.out.write(`${JSON.stringify(found)}\n`);
  else streams.out.write(textOf(found));
  if (!found.isIntact)
    throw new Failure(EXIT.refused, `The audit log is not what was written: ${found.problems.length} places`);
  if (file !== undefined) await writeFile(file, `${found.head}\n`);
}

/** @param {Verification} found */
function textOf({ isIntact, entries, head, problems }) {
  if (isIntact) return `${entries} entries, all as they were written.\n  head ${head}\n`;
  return table(
    problems.map(({ position, seq, problem }) => [`  ${problem}`, `place ${position ?? '–'}`, `entry ${seq ?? '–'}`]),
  );
}
