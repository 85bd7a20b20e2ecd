// @ts-check
// `npm test`: every check there is. Goes on after a failure, so that one run tells all.
import path from 'node:path';
import { totalOf } from './checks/counts.mjs';
import { runStep } from './checks/run-step.mjs';
import { GENERATE, INDEPENDENT, JOURNEYS } from './checks/steps.mjs';
import { install, isInstallDue } from './start/npm.mjs';
import { oneLine, step } from './start/say.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const AT_A_TIME = 2;

try {
  if (isInstallDue(ROOT)) await step('Installing packages', () => install(ROOT));
  const generated = await runStep(ROOT, GENERATE);
  const independent = await runAll(INDEPENDENT);
  const journeys = await runJourneys();
  const { passed, failed } = totalOf([generated, ...independent, journeys]);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
} catch (error) {
  console.error(`✖ ${oneLine(error)}`);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
}

/** @param {typeof INDEPENDENT} rows */
async function runAll(rows) {
  const waiting = [...rows];
  /** @type {import('./checks/counts.mjs').Counts[]} */
  const counts = [];
  const lane = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      for (const next of row) counts.push(await runStep(ROOT, next));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return counts;
}

async function runJourneys() {
  try {
    const { findChromium } = await import('./checks/chromium.mjs'); // needs what was installed
    const { executablePath, env } = await step('Looking for a Chromium', findChromium);
    return await runStep(ROOT, JOURNEYS, { ...env, CHROMIUM_PATH: executablePath });
  } catch (error) {
    console.log(`\n── ${JOURNEYS.title}\n✖ ${oneLine(error)}`);
    return { passed: 0, failed: 1 };
  }
}
