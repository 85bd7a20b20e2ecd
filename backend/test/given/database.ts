import { DataSource } from 'typeorm';
import { freshName, onServer } from './server.cjs';

/** A database of the test's own, migrated and otherwise empty. */
export interface GivenDatabase {
  readonly db: DataSource;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Copies the migrated template, as files: page by page through the log takes three times as long. Drop it in `afterAll`. */
export async function givenDatabase(): Promise<GivenDatabase> {
  const server = setting('TRIBUTARY_TEST_SERVER');
  const name = freshName('world');
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${setting('TRIBUTARY_TEST_TEMPLATE')} strategy file_copy`),
  );
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const db = await new DataSource({ type: 'postgres', url, extra: { max: 5 } }).initialize();
  const drop = async (): Promise<void> => {
    if (db.isInitialized) await db.destroy();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { db, url, drop };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this through the Jest project "db"`);
  return value;
}
