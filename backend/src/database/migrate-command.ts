import { loadConfig } from '../config';
import { revertMigrations, runMigrations } from './migrations';

/** `node dist/database/migrate-command.js up | down [count]`: the schema by hand; the server itself goes up at start. */
async function migrate([direction = 'up', count = '1']: readonly string[]): Promise<string> {
  const { databaseUrl } = loadConfig();
  if (direction === 'up') return report('applied', await runMigrations(databaseUrl));
  if (direction === 'down' && /^[1-9]\d*$/.test(count)) {
    return report('taken back', await revertMigrations(databaseUrl, Number(count)));
  }
  throw new Error('Usage: migrate-command.js up | down [count]');
}

function report(verb: string, names: readonly string[]): string {
  return names.length === 0 ? 'nothing to do' : names.map((name) => `${verb} ${name}`).join('\n');
}

migrate(process.argv.slice(2)).then(
  (text) => process.stdout.write(`${text}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
