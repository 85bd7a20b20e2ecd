import 'reflect-metadata';
import { FirstAdminService, type FirstAdmin } from './access';
import { loadConfig, type Config } from './config';
import { runMigrations, waitForDatabase } from './database';
import { createApp } from './server/create-app';

/** Time for a database that is started together with us, or is coming back. */
const DATABASE_PATIENCE_MS = 60_000;

async function start(config: Config): Promise<void> {
  await waitForDatabase(config.databaseUrl, DATABASE_PATIENCE_MS);
  await runMigrations(config.databaseUrl);
  const app = await createApp(config);
  app.enableShutdownHooks();
  // A parent that is gone cannot stop us any more: end with it.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const admin = await app.get(FirstAdminService).ensure();
  if (admin) announce(admin);
  await app.listen(config.port, config.host);
  tellParent({ type: 'ready' });
}

/** The only time the password is ever seen. */
function announce({ username, password }: FirstAdmin): void {
  if (tellParent({ type: 'first-admin', username, password })) return;
  process.stdout.write(`First administrator: username ${username}, password ${password} (shown this once)\n`);
}

function tellParent(message: Readonly<Record<string, string>>): boolean {
  return process.send !== undefined && process.connected && process.send(message);
}

function fail(error: unknown): never {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`Tributary's backend cannot start:\n${text}\n`);
  process.exit(1);
}

function configuration(): Config {
  try {
    return loadConfig();
  } catch (error) {
    return fail(error);
  }
}

start(configuration()).catch(fail);
