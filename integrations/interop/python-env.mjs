// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { keptFolder, Missing, succeed } from './kept.mjs';

const OLDEST_MINOR = 10;

/**
 * A folder of Python programs with what a requirements file lists, made on first use and kept.
 *
 * @param {string} requirements file beside this one
 * @returns {string} the folder of its executables
 * @throws Missing when there is no Python, or its packages cannot be had
 */
export function pythonPrograms(requirements) {
  const file = path.join(import.meta.dirname, requirements);
  const folder = keptFolder(file, (to) => {
    succeed(python(), ['-m', 'venv', to], 'Python has no module venv');
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', file];
    succeed(path.join(programsIn(to), 'python'), pip, 'Python packages could not be installed');
  });
  return programsIn(folder);
}

/** @param {string} folder */
const programsIn = (folder) => path.join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');

/** @returns {string} the first Python that is new enough */
function python() {
  const found = [process.env['PYTHON'] ?? '', 'python3', 'python'].filter(Boolean).find(isNewEnough);
  if (found === undefined) throw new Missing(`There is no Python 3.${OLDEST_MINOR} or newer here`);
  return found;
}

/** @param {string} name of a program */
function isNewEnough(name) {
  const script = `import sys; sys.exit(sys.version_info < (3, ${OLDEST_MINOR}))`;
  return spawnSync(name, ['-c', script]).status === 0;
}
