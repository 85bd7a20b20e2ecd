// @ts-check
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const SOURCE = /\.(ts|tsx|mts|mjs|cjs|js|sql|css)$/;
const FOLDERS = ['backend', 'bench', 'e2e', 'frontend', 'integrations', 'launcher', 'migrations'];
const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.next',
  'generated',
  'fixtures',
  'coverage',
  'results',
  'dbt_packages',
  'target',
]);

/**
 * A source file of the project.
 *
 * @typedef {object} Source
 * @property {string} file relative to the root, with slashes
 * @property {string} text
 * @property {string[]} lines
 * @property {boolean} isSpec
 */

/** @returns {Source[]} everything somebody wrote, in order of name */
export function readSources() {
  return FOLDERS.flatMap(filesBelow)
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      const isSpec = /\.(spec|test)\.\w+$/.test(file) || /(^|\/)test\//.test(file);
      return { file, text, lines: text.trimEnd().split('\n'), isSpec };
    });
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (SKIPPED.has(entry.name) || entry.isSymbolicLink()) return [];
    if (entry.isDirectory()) return filesBelow(file);
    return SOURCE.test(entry.name) ? [file] : [];
  });
}
