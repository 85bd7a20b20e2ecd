// @ts-check
import { spawn } from 'node:child_process';
import { countTests } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */
/** @typedef {import('./steps.mjs').Step} Step */

const SHOWN_LINES = 200;

/**
 * Runs one step, then shows how it went: its summary, or all it said when it failed.
 *
 * @param {string} root
 * @param {Step} step
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {Promise<Counts>}
 */
export async function runStep(root, { title, runner, scripts }, env = {}) {
  const started = performance.now();
  let output = '';
  let succeeded = true;
  for (const script of scripts) {
    const run = await runScript(root, script, env);
    output += run.output;
    succeeded &&= run.succeeded;
  }
  const counts = countTests(runner, output, succeeded);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n── ${title} ${'─'.repeat(Math.max(2, 50 - title.length))} ${seconds} s`);
  if (!succeeded) console.log(output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n'));
  console.log(summaryOf(runner, counts, succeeded));
  return counts;
}

/**
 * @param {import('./counts.mjs').Runner} runner
 * @param {Counts} counts
 * @param {boolean} succeeded
 */
function summaryOf(runner, { passed, failed }, succeeded) {
  if (runner === 'check') return succeeded ? '✓ in order' : '✖ not in order';
  return failed === 0 ? `✓ ${passed} tests passed` : `✖ ${failed} of ${passed + failed} tests failed`;
}

/**
 * @param {string} root
 * @param {string} script
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<{ output: string, succeeded: boolean }>}
 */
function runScript(root, script, env) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    env: { ...process.env, CI: '1', NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ output: error.message, succeeded: false }));
    child.once('close', (code) => resolve({ output, succeeded: code === 0 }));
  });
}
