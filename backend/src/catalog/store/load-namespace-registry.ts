import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { CasePolicy, NamespaceAlias, NamespaceRegistry } from '../domain/identity';
import { runPrepared } from './run-prepared';

const REGISTRY = { name: 'namespace-registry', text: loadSql(__dirname, 'queries/namespace-registry.sql') };

interface Row {
  readonly aliases: readonly NamespaceAlias[];
  readonly settings: readonly {
    readonly name: string;
    readonly casePolicy: CasePolicy;
    readonly database: string | null;
    readonly schema: string | null;
  }[];
}

/** The last one read: what was worked out with it is remembered beside it, so the same is better than an equal one. */
let last: { readonly text: string; readonly registry: NamespaceRegistry } | null = null;

/** Everything `canonicalize` needs to know; read once per transaction and passed along. */
export async function loadNamespaceRegistry(db: EntityManager): Promise<NamespaceRegistry> {
  const rows = await runPrepared<Row>(db, REGISTRY, []);
  const row = rows[0] ?? { aliases: [], settings: [] };
  const text = JSON.stringify(row);
  if (last?.text !== text) last = { text, registry: registryOf(row) };
  return last.registry;
}

function registryOf({ aliases, settings }: Row): NamespaceRegistry {
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
