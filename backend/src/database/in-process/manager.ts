import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';

const WRITES: ReadonlySet<string> = new Set(['UPDATE', 'DELETE']);

/** What the code of the catalog asks of a transaction: `query`, and the connection behind it. */
type Asked = Pick<EntityManager, 'query'> & { readonly queryRunner: { readonly connect: () => Promise<Client> } };

/**
 * One connection as the `EntityManager` of a transaction; the caller begins and ends it.
 *
 * `query` answers as TypeORM's does on Postgres: rows, and for `update` and `delete` rows and their number.
 * Source: https://github.com/typeorm/typeorm/blob/master/src/driver/postgres/PostgresQueryRunner.ts
 */
export function managerOf(client: Client): EntityManager {
  const asked: Asked = {
    query: async <Result>(text: string, values?: unknown[] | object): Promise<Result> => {
      const { rows, rowCount, command } = await client.query(text, values as unknown[] | undefined);
      return (WRITES.has(command) ? [rows, rowCount] : rows) as Result;
    },
    queryRunner: { connect: () => Promise.resolve(client) },
  };
  return asked as unknown as EntityManager;
}
