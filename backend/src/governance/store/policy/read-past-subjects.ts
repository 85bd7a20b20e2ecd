import type { EntityManager } from 'typeorm';
import { projectAsset, type AssetAssertion, type ProjectedAsset } from '../../../catalog';
import { loadSql } from '../../../database';
import type { Neighbour, Subject } from '../../domain/policy/subject';
import { readWritten } from './read-subjects';
import { subjectOf, type SubjectRow } from './subject-rows';

const ASSETS = loadSql(__dirname, 'queries/assets-as-of.sql');
const UPSTREAM = loadSql(__dirname, 'queries/upstream-as-of.sql');

interface PastRow {
  readonly id: string;
  readonly public_id: string;
  readonly name: string;
  readonly display_name: string;
  readonly namespace: string;
  readonly platform: string;
  readonly environment: string | null;
  readonly namespace_region: string | null;
  readonly assertions: readonly AssetAssertion[];
}

/** What the catalog cannot say about the past, and so no policy can find there. */
export const NOT_KEPT: readonly { readonly what: string; readonly reason: string }[] = [
  { what: 'classification', reason: 'Only what somebody said then; what followed from lineage then is not kept.' },
  { what: 'tests', reason: 'Since when a test is declared is not kept.' },
  { what: 'reaches', reason: 'Needs the classification that followed from lineage then, which is not kept.' },
  { what: 'audit', reason: 'When the audit log had been sealed last is not kept.' },
  { what: 'namespaces', reason: 'Region, encryption and logging of a namespace are those of today.' },
];

/** Assets as policies would have seen them at a moment; those of which nobody said anything then are left out. */
export async function readPastSubjects(db: EntityManager, ids: readonly string[], at: Date): Promise<Subject[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<PastRow[]>(ASSETS, [ids, at]);
  const upstream = new Map<string, Neighbour[]>();
  for (const row of await db.query<{ asset_id: string; public_id: string; name: string; layer: string | null }[]>(
    UPSTREAM,
    [ids, at],
  )) {
    const { asset_id: assetId, public_id: publicId, name, layer } = row;
    upstream.set(assetId, [...(upstream.get(assetId) ?? []), { publicId, name, layer }]);
  }
  const written = await readWritten(db, ids, at);
  return rows
    .filter(({ assertions }) => assertions.some(({ vouches }) => vouches))
    .map((row) =>
      pastSubject(row, { upstream: upstream.get(row.id) ?? [], writtenAt: written.get(row.id) ?? null }, at),
    );
}

function pastSubject(
  row: PastRow,
  around: { readonly upstream: readonly Neighbour[]; readonly writtenAt: Date | null },
  at: Date,
): Subject {
  const { name, platform, display_name: displayName } = row;
  const shown = projectAsset({ platform, displayName }, row.assertions);
  const columns = shown.columns.map((column) => ({
    path: column.path,
    type: column.type,
    tags: column.tags,
    level: column.classLevel,
    categories: column.classCategories,
    isMasked: column.properties['maskingPolicy'] !== undefined,
  }));
  return { ...subjectOf(rowOf(row, shown, at), { ...around, columns, tests: [], arrivals: [] }), name };
}

function rowOf(row: PastRow, shown: ProjectedAsset, at: Date): SubjectRow {
  const { id, public_id, name, display_name, namespace, platform, environment, namespace_region } = row;
  return {
    ...{ id, public_id, name, display_name, namespace, platform, environment, namespace_region },
    type: shown.type,
    layer: shown.layer,
    owner: shown.owner,
    description: shown.description,
    tags: shown.tags,
    class_level: shown.classLevel,
    class_categories: shown.classCategories,
    is_encrypted: shown.isEncrypted,
    has_access_logging: shown.hasAccessLogging,
    region: shown.region,
    namespace_is_encrypted: null,
    namespace_has_access_logging: null,
    updated_at: at,
    properties: shown.properties,
  };
}
