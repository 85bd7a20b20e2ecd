// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../postgres/lock.mjs';
import { npm } from './npm.mjs';

/**
 * Something built from sources: `output` holds the result and a note of what it was built from.
 *
 * @typedef {{ name: string, workspace: string, sources: readonly string[], output: string, proof: string }} Part
 */

/** @type {readonly Part[]} */
export const PARTS = [
  {
    name: 'backend',
    workspace: 'backend',
    sources: ['backend/src', 'backend/package.json', 'backend/build.mjs', 'backend/.swcrc', 'package-lock.json'],
    output: 'backend/dist',
    proof: 'backend/dist/main.js',
  },
  {
    name: 'web app',
    workspace: 'frontend',
    sources: ['frontend', 'backend/schema.graphql', 'package-lock.json'],
    output: 'frontend/.next',
    proof: 'frontend/.next/BUILD_ID',
  },
];

const NOT_SOURCES = new Set(['node_modules', '.next', 'dist', 'generated', 'next-env.d.ts', 'tsconfig.tsbuildinfo']);
const LOCK = '.build.lock';
const NOT_BUILT = /\.(spec|test)\.tsx?$/;

/**
 * Whether the sources differ from what was last built.
 *
 * @param {string} root
 * @param {Part} part
 */
export function isBuildDue(root, part) {
  const note = path.join(root, part.output, '.built-from');
  if (!existsSync(note) || !existsSync(path.join(root, part.proof))) return true;
  return readFileSync(note, 'utf8') !== fingerprint(root, part.sources);
}

/**
 * Builds for production. The sources are read first: one changed meanwhile makes the next start build again.
 *
 * @param {string} root
 * @param {Part} part
 * @returns {Promise<void>}
 */
export function build(root, part) {
  return withLock(path.join(root, part.workspace, LOCK), async () => {
    if (!isBuildDue(root, part)) return; // another start was first
    const sources = fingerprint(root, part.sources);
    await npm(root, ['run', 'build', '-w', part.workspace], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });
    writeFileSync(path.join(root, part.output, '.built-from'), sources);
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} sources files and folders
 */
function fingerprint(root, sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(root, source)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} source
 * @returns {string[]}
 */
function filesBelow(root, source) {
  const found = statSync(path.join(root, source), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (!found.isDirectory()) return [source];
  return readdirSync(path.join(root, source), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_SOURCES.has(entry.name) || NOT_BUILT.test(entry.name) || entry.name.startsWith(LOCK)) return [];
    return filesBelow(root, `${source}/${entry.name}`);
  });
}
