// @ts-check
/**
 * Builds dist/: the catalog's own code that `gate dbt --offline` runs, bundled out of backend/src, and an empty
 * database with its schema. Nothing of it is written twice (docs/decisions/0018).
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

import { build } from 'esbuild';

import { templateFile } from './template.mjs';

const HERE = import.meta.dirname;
const SOURCE = path.resolve(HERE, '../../../backend/src');
const TARGET = path.resolve(HERE, '../dist');
/** The way in, and the threads that it starts; all two folders deep. */
const ENTRIES = ['ingestion/gate/gate-offline.ts', 'ingestion/reading/thread.ts', 'sql/pool/thread.ts'];
/** What the rest of the service is made of is left out with it; a bundle that asks for more than this is refused. */
const BUNDLED = ['pg', 'pg-copy-streams', 're2js', 'yaml', 'zod'];
const REQUIRED = new Set(['@polyglot-sql/sdk/polyglot_sql.wasm', 'pg-native', 'pg-cloudflare', ...builtinModules]);

/** Modules find their queries and threads where they found them in the sources. */
const ROOT = "const engineAt = (place) => require('node:path').resolve(__dirname, '../..', place);";

/** @type {import('esbuild').Plugin} */
const places = {
  name: 'places',
  setup(context) {
    context.onResolve({ filter: /^\./ }, async ({ path: wanted, pluginData, ...rest }) => {
      if (pluginData === 'seen' || !rest.resolveDir.startsWith(SOURCE)) return undefined;
      const found = await context.resolve(wanted, { ...rest, pluginData: 'seen' });
      // What an index offers and nobody here takes is left out.
      return { ...found, sideEffects: rest.kind === 'entry-point' };
    });
    context.onResolve({ filter: /^[^./]/ }, ({ path: wanted, importer }) =>
      importer.startsWith(SOURCE) && !BUNDLED.includes(wanted)
        ? { path: wanted, external: true, sideEffects: false }
        : undefined,
    );
    context.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      if (!file.startsWith(SOURCE)) return undefined;
      const place = path.relative(SOURCE, file).split(path.sep).join('/');
      const contents = readFileSync(file, 'utf8')
        .replaceAll('__dirname', `engineAt(${JSON.stringify(path.posix.dirname(place))})`)
        .replaceAll('__filename', `engineAt(${JSON.stringify(place.replace(/\.ts$/, '.cjs'))})`);
      return { contents, loader: 'ts' };
    });
  },
};

/** @returns {Promise<string[]>} modules of ours that are in it */
async function bundle() {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((entry) => path.join(SOURCE, entry)),
    outbase: SOURCE,
    outdir: TARGET,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    metafile: true,
    banner: { js: ROOT },
    external: ['pg-native', 'pg-cloudflare'],
    tsconfigRaw: {
      compilerOptions: { experimentalDecorators: true, target: 'es2022', useDefineForClassFields: false },
    },
    plugins: [places],
  });
  const outputs = Object.values(metafile.outputs);
  const asked = new Set(outputs.flatMap(({ imports }) => imports.map(({ path: name }) => name.replace(/^node:/, ''))));
  const foreign = [...asked].filter((name) => !REQUIRED.has(name));
  if (foreign.length > 0) throw new Error(`dist/ would need ${foreign.join(', ')}: see what imports it`);
  const inputs = outputs.flatMap(({ inputs: own }) =>
    Object.entries(own).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return inputs.map((file) => path.resolve(file)).filter((file) => file.startsWith(SOURCE));
}

/** @param {string[]} modules */
function copyQueries(modules) {
  for (const folder of new Set(modules.map((file) => path.dirname(file)))) {
    const queries = path.join(folder, 'queries');
    if (existsSync(queries)) cpSync(queries, path.join(TARGET, path.relative(SOURCE, queries)), { recursive: true });
  }
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
copyQueries(await bundle());
cpSync(await templateFile(), path.join(TARGET, 'template.tar.gz'));
