// Builds src/ into dist/ with swc and copies the .sql and .yaml files beside the code that loads them.
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = dirname(fileURLToPath(import.meta.url));
const source = join(root, 'src');
/** The first argument, or dist/ beside this file. */
const target = process.argv[2] ? resolve(process.argv[2]) : join(root, 'dist');
const isCode = (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.endsWith('.d.ts');

async function compile(file) {
  const output = join(target, file.replace(/\.ts$/, '.js'));
  const { code, map } = await transformFile(join(source, file), { cwd: root, swcrc: true });
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
  writeFileSync(`${output}.map`, map);
}

const start = performance.now();
rmSync(target, { recursive: true, force: true });
const files = readdirSync(source, { recursive: true });
const code = files.filter(isCode);
await Promise.all(code.map(compile));
const queries = files.filter((file) => file.endsWith('.sql'));
const texts = files.filter((file) => file.endsWith('.yaml'));
for (const file of [...queries, ...texts]) cpSync(join(source, file), join(target, file));
console.log(
  `backend built: ${code.length} modules, ${queries.length} queries, ${(performance.now() - start).toFixed()} ms`,
);
