// @ts-check
// `npm run types`: every workspace against its own tsconfig; goes on after a failure, so that one run tells all.
// TypeScript 7, the native compiler, by its path: Next and the import checker still bring the sixth, with the same command name.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const COMPILER = path.join(ROOT, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
const PROJECTS = ['backend', 'frontend', 'launcher', 'integrations/cli', 'integrations/interop', 'e2e', 'bench'];

const broken = PROJECTS.filter((project) => {
  const { status } = spawnSync(process.execPath, [COMPILER, '--noEmit', '-p', project], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  return status !== 0;
});
if (broken.length > 0) {
  console.error(`✖ types of ${broken.join(', ')}`);
  process.exitCode = 1;
}
