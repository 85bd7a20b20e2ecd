// @ts-check
// `npm run test:corpus`: the suite over real documents, when their folder is there.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { runStep } from './checks/run-step.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDERS = [process.env['TRIBUTARY_CORPUS'], path.join(ROOT, '../shared/corpus')];

if (FOLDERS.some((folder) => folder && existsSync(folder))) {
  const step = { title: 'Corpus of real documents', runner: /** @type {const} */ ('jest'), scripts: ['corpus'] };
  const { passed, failed } = await runStep(ROOT, step);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`\n${passed} passed, ${failed} failed`);
} else {
  console.log('The corpus was not run: its folder is not here. Set TRIBUTARY_CORPUS to it.\n\n0 passed, 0 failed');
}
