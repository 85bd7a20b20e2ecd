import type {
  AssetStatement,
  MetadataPatch,
  NoteStatement,
  ResultStatement,
  RuleStatement,
  Statement,
} from '../../metadata-patch';
import { dbtConnector } from './index';

/** Everything one delivery of artifacts says, sorted by what it is. */
export interface Reading {
  readonly patches: readonly Omit<MetadataPatch, 'statements'>[];
  readonly assets: readonly AssetStatement[];
  readonly rules: readonly RuleStatement[];
  readonly results: readonly ResultStatement[];
  readonly notes: readonly NoteStatement[];
}

export const RECEIVED_AT = new Date('2026-11-23T12:00:00Z');

/** Reads artifacts as the ingestion would; a part that is not a text is written as JSON first. */
export async function reading(
  parts: Readonly<Record<string, unknown>>,
  parameters: Readonly<Record<string, string>> = { namespace: 'postgres://db.internal:5432' },
): Promise<Reading> {
  const patches: Omit<MetadataPatch, 'statements'>[] = [];
  const all: Statement[] = [];
  const named = Object.entries(parts).map(([name, part]) => [name, { name, open: () => bytesOf(part) }] as const);
  for await (const { statements, ...patch } of dbtConnector.read({
    parts: new Map(named),
    parameters,
    receivedAt: RECEIVED_AT,
  })) {
    patches.push(patch);
    for await (const batch of statements) all.push(...batch);
  }
  return {
    patches,
    assets: all.filter((statement) => statement.kind === 'asset'),
    rules: all.filter((statement) => statement.kind === 'rule'),
    results: all.filter((statement) => statement.kind === 'result'),
    notes: all.filter((statement) => statement.kind === 'note'),
  };
}

async function* bytesOf(part: unknown): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)));
}

/** A manifest of project `shop` with these resources, each under the section and unique_id that its key names. */
export function givenManifest(resources: Readonly<Record<string, object>>, more: object = {}): Record<string, unknown> {
  const sections: Record<string, Record<string, object>> = { nodes: {} };
  for (const [id, resource] of Object.entries(resources)) {
    const section = SECTIONS.get(id.split('.', 1)[0] ?? '') ?? 'nodes';
    (sections[section] ??= {})[id] = { name: id.split('.').at(-1), database: 'db', schema: 'main', ...resource };
  }
  return { metadata: METADATA, ...sections, ...more };
}

const METADATA = {
  dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
  generated_at: '2026-11-20T08:00:00Z',
  project_name: 'shop',
  adapter_type: 'postgres',
};

const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['source', 'sources'],
  ['exposure', 'exposures'],
  ['metric', 'metrics'],
  ['semantic_model', 'semantic_models'],
  ['saved_query', 'saved_queries'],
  ['function', 'functions'],
  ['unit_test', 'unit_tests'],
  ['group', 'groups'],
]);
