// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { keptFolder, Missing, succeed } from './kept.mjs';

const OLDEST = 17;

/**
 * The libraries that a Maven project depends on, had on first use and kept.
 *
 * @param {string} pom file beside this one
 * @returns {string} a class path
 * @throws Missing when there is no Java or Maven, or the libraries cannot be had
 */
export function javaLibraries(pom) {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (version < OLDEST) throw new Missing(`There is no Java ${OLDEST} or newer here`);
  const file = path.join(import.meta.dirname, pom);
  const folder = keptFolder(file, (to) => {
    const goal = ['-q', '-B', '-f', file, 'dependency:copy-dependencies', `-DoutputDirectory=${to}`];
    succeed('mvn', goal, 'Java libraries could not be had through Maven (mvn)');
  });
  return path.join(folder, '*');
}
