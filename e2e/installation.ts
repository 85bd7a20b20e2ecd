import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** Made once by the process that reads the configuration first; the workers inherit it. */
function once(name: string, make: () => string): string {
  return (process.env[name] ??= make());
}

const port = (name: string): number => Number(once(name, () => String(20_000 + Math.floor(Math.random() * 12_000))));

export const PORT = port('E2E_PORT');
export const API_PORT = port('E2E_API_PORT');

/** Where the pages and the API of the installation under test are. */
export const ORIGIN = `http://127.0.0.1:${String(PORT)}`;

/** An administrator's API token. */
export const ADMIN_TOKEN = once('E2E_ADMIN_TOKEN', () => randomBytes(32).toString('base64url'));

/** The administrator in whose name the journeys run; every page starts signed in. */
export const PERSON = {
  username: 'morgan',
  displayName: 'Morgan Reyes',
  password: once('E2E_PASSWORD', () => randomBytes(18).toString('base64url')),
};

/** The cookies of PERSON; a test of visitors uses `test.use({ storageState: { cookies: [], origins: [] } })`. */
export const SESSION_FILE = join(import.meta.dirname, 'results/session.json');
