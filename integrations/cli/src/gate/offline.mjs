// @ts-check
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { failureOf } from '../client.mjs';
import { EXIT, Failure } from '../failure.mjs';

const ENGINE = new URL('../../dist/', import.meta.url);
const CODE = fileURLToPath(new URL('ingestion/gate/gate-offline.cjs', ENGINE));

/**
 * What the service would say if its catalog were the snapshot's: its own code, on a Postgres in this process.
 *
 * @param {string} snapshot file of `export gate-snapshot`
 * @param {string} manifest
 * @param {URLSearchParams} parameters
 * @returns {Promise<import('./report.mjs').GateReport>}
 */
export async function gateOffline(snapshot, manifest, parameters) {
  if (!existsSync(snapshot)) {
    throw new Failure(EXIT.usage, `${snapshot} is not there: make one with tributary export gate-snapshot`);
  }
  if (!existsSync(CODE)) {
    throw new Failure(EXIT.refused, 'This client was made without its engine: npm run build -w integrations/cli');
  }
  const started = performance.now();
  const engine = await openEngine();
  const open = performance.now() - started;
  try {
    const report = await createRequire(import.meta.url)(CODE).gateOffline({
      engine,
      snapshot: createReadStream(snapshot),
      manifest: createReadStream(manifest),
      parameters: Object.fromEntries(parameters),
    });
    return { ...report, durationMs: report.durationMs + open, phases: { open, ...report.phases } };
  } catch (error) {
    throw refused(error);
  } finally {
    await engine.close();
  }
}

/** An empty catalog of this version. */
async function openEngine() {
  const { PGlite } = await import('@electric-sql/pglite');
  const { pg_trgm } = await import('@electric-sql/pglite/contrib/pg_trgm');
  const template = new Blob([readFileSync(new URL('template.tar.gz', ENGINE))]);
  return PGlite.create({ extensions: { pg_trgm }, loadDataDir: template });
}

/** @param {unknown} error */
function refused(error) {
  const { code, message, details } = /** @type {{ code?: string, message?: string, details?: unknown }} */ (error);
  const isExpected = code === 'INVALID' || code === 'CONFLICT' || code === 'NOT_FOUND';
  return isExpected ? failureOf(code, message ?? '', details) : error;
}
