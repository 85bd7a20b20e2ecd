// @ts-check
// `npm run build:stale`: builds what differs from its sources, as `npm start` does.
import path from 'node:path';
import { PARTS, build } from './start/build.mjs';
import { oneLine } from './start/say.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');

try {
  for (const part of PARTS) await build(ROOT, part);
} catch (error) {
  console.error(`✖ ${oneLine(error)}`);
  process.exitCode = 1;
}
