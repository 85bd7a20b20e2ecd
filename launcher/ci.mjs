// @ts-check
// `.ci/run`: `npm test`, then the corpus suite when its documents are there, and one line for both.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { countTests, totalOf } from './checks/counts.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

const tests = await run(['test'], (output) => {
  const [, passed = 0, failed = 1] = output.match(/^(\d+) passed, (\d+) failed$/m) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
});
const corpus = await runCorpus();
const { passed, failed } = totalOf([tests, corpus]);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

async function runCorpus() {
  console.log('\n── Corpus of real documents');
  const folder = [process.env['TRIBUTARY_CORPUS'], path.join(ROOT, '../shared/corpus')].find(
    (place) => place && existsSync(place),
  );
  if (folder === undefined) {
    console.log('Not run: there is no corpus folder; set TRIBUTARY_CORPUS to one.');
    return { passed: 0, failed: 0 };
  }
  return run(['run', '--silent', 'test:corpus'], (output, succeeded) => countTests('jest', output, succeeded));
}

/**
 * Runs npm, shows what it says and counts. The last line of `npm test` is held back: ours comes at the end.
 *
 * @param {readonly string[]} args
 * @param {(output: string, succeeded: boolean) => import('./checks/counts.mjs').Counts} count
 * @returns {Promise<import('./checks/counts.mjs').Counts>}
 */
async function run(args, count) {
  const child = spawn('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      process.stdout.write(text.replace(/^(\d+ passed, \d+ failed)$/m, '   npm test: $1'));
    });
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  const counts = count(output, code === 0);
  return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}
