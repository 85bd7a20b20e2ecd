// @ts-check
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeAbandonedPostgres, startEmbeddedPostgres } from './embedded-postgres.mjs';

const PREFIX = 'tributary-test-';
const ABANDONED_MS = 5 * 60_000;

/** Nothing here outlives the run, so nothing needs to reach the disk. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
  max_connections: '200',
};

/**
 * An empty Postgres for one run of tests, in a folder of its own. Servers left by killed runs are removed first.
 *
 * @returns {Promise<{ url: string, remove: () => Promise<void> }>} `url` of a database from which others may be made
 */
export async function startTestPostgres() {
  await removeLeftovers();
  const home = mkdtempSync(path.join(os.tmpdir(), PREFIX));
  chmodSync(home, 0o711); // started by root, the server runs under another account
  const postgres = await startEmbeddedPostgres(home, { settings: FORGETFUL });
  return {
    url: postgres.url,
    remove: async () => {
      await postgres.stop();
      rmSync(postgres.folder, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A run younger than five minutes may still be about to claim its server. */
async function removeLeftovers() {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(os.tmpdir(), name);
    const found = statSync(home, { throwIfNoEntry: false });
    const isOurs = found !== undefined && found.uid === (process.getuid?.() ?? found.uid);
    if (isOurs && Date.now() - found.mtimeMs > ABANDONED_MS) await removeAbandonedPostgres(home);
  }
}
