import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { CasePolicy, NamespaceAlias, NamespaceRegistry } from '../domain/identity';

const REGISTRY = loadSql(__dirname, 'queries/namespace-registry.sql');

interface Row {
  readonly aliases: readonly NamespaceAlias[];
  readonly settings: readonly {
    readonly name: string;
    readonly casePolicy: CasePolicy;
    readonly database: string | null;
    readonly schema: string | null;
  }[];
}

/** Everything `canonicalize` needs to know; read once per transaction and passed along. */
export async function loadNamespaceRegistry(db: EntityManager): Promise<NamespaceRegistry> {
  const rows = await db.query<Row[]>(REGISTRY);
  const { aliases, settings } = rows[0] ?? { aliases: [], settings: [] };
  return {
    aliases,
    settings: new Map(
      settings.map(({ name, casePolicy, database, schema }) => [
        name,
        { casePolicy, defaultDatabase: database, defaultSchema: schema },
      ]),
    ),
  };
}
