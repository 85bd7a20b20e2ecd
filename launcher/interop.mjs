// @ts-check
// `npm run test:interop`: real clients of other projects against this one. Needs Python, Java and Maven, and their registries.
import path from 'node:path';
import { runStep } from './checks/run-step.mjs';
import { build, PARTS } from './start/build.mjs';
import { step } from './start/say.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

try {
  const { Missing } = await import('../integrations/interop/kept.mjs');
  const { pythonPrograms } = await import('../integrations/interop/python-env.mjs');
  const { javaLibraries } = await import('../integrations/interop/java-env.mjs');
  try {
    await step('Installing dbt', () => Promise.resolve(pythonPrograms('dbt-requirements.txt')));
    await step('Installing Airflow', () => Promise.resolve(pythonPrograms('airflow-requirements.txt')));
    await step('Installing the Java client', () => Promise.resolve(javaLibraries('fixtures/java/pom.xml')));
    for (const part of PARTS.filter(({ name }) => name === 'backend')) await build(ROOT, part);
    const run = { title: 'Real clients', runner: /** @type {const} */ ('node'), scripts: ['interop'] };
    const { passed, failed } = await runStep(ROOT, run);
    process.exitCode = failed === 0 ? 0 : 1;
    console.log(`\n${passed} passed, ${failed} failed`);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    // Where these tests are asked for in earnest, being unable to run them is a failure.
    const isNeeded = process.env['CI'] === 'true';
    process.exitCode = isNeeded ? 1 : 0;
    console.log(`Real clients were not run. ${error.message}\n\n0 passed, ${isNeeded ? 1 : 0} failed`);
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
  console.log('\n0 passed, 1 failed');
}
