import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import type { Config } from '../../src/config';
import { createApp } from '../../src/server/create-app';
import { givenDatabase } from './database';

// Starting the whole backend takes a second, and many on a busy machine: that is no failure.
jest.setTimeout(60_000);

/** What GraphQL answers. */
export interface Answer<Data = Record<string, never>> {
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly details?: unknown; readonly requestId?: string };
  }[];
}

/** The whole backend on a port of its own and a database of its own. Close it in `afterAll`. */
export interface GivenApp {
  readonly url: string;
  /** A bearer token with every permission. */
  readonly adminToken: string;
  readonly db: DataSource;
  readonly databaseUrl: string;
  readonly app: NestExpressApplication;
  /** Asks as the administrator, or with another token; null asks as a visitor. */
  readonly query: <Data = Record<string, unknown>>(
    text: string,
    variables?: Readonly<Record<string, unknown>>,
    token?: string | null,
  ) => Promise<Answer<Data>>;
  readonly close: () => Promise<void>;
}

const ADMIN_TOKEN = 'an-administrator-token-for-tests-0123456789';

export async function givenApp(settings: Partial<Config> = {}): Promise<GivenApp> {
  const database = await givenDatabase();
  const app = await createApp({ ...usual(database.url), ...settings });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const query: GivenApp['query'] = async (text, variables = {}, token = ADMIN_TOKEN) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as Answer<never>;
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { url, adminToken: ADMIN_TOKEN, db: database.db, databaseUrl: database.url, app, query, close };
}

const usual = (databaseUrl: string): Config => ({
  databaseUrl,
  databasePoolSize: 5,
  host: '127.0.0.1',
  port: 0,
  logLevel: 'silent',
  requestTimeoutMs: 10_000,
  adminToken: ADMIN_TOKEN,
  launchToken: null,
  anonymousRead: false,
  publicOrigin: null,
  trustedProxies: 'loopback',
  staleRunHours: 24,
  eventDays: 30,
  historyDays: 730,
  graphMemoryMb: 64,
  webhookHosts: [],
});
