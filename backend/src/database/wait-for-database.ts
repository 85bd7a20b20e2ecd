import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const PAUSE_MS = 500;
/** Refused, reset, not found yet, starting up, shutting down, too many connections. */
const NOT_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  '57P03',
  '57P01',
  '53300',
]);

/**
 * Returns once the database takes connections: it may be started at the same moment as this process.
 *
 * @throws Error the last refusal, after `patienceMs`; at once for what waiting does not cure (a wrong password)
 */
export async function waitForDatabase(url: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const refusal = await connectOnce(url);
    if (refusal === null) return;
    if (!NOT_YET.has(codeOf(refusal)) || Date.now() >= deadline) {
      throw new Error(`The database cannot be used: ${refusal.message || codeOf(refusal)}`, { cause: refusal });
    }
    await sleep(PAUSE_MS);
  }
}

async function connectOnce(url: string): Promise<Error | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  } finally {
    await client.end();
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
