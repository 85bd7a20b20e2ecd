import type { AssetType } from '../../../shared/vocabulary';
import {
  encryptionOfPlatform,
  firstKnown,
  newestDataOf,
  regionInNamespace,
  retentionOf,
  UNKNOWN,
} from '../../domain/policy/known-facts';
import type { Arrival, ColumnSubject, Known, Neighbour, Subject } from '../../domain/policy/subject';

export interface SubjectRow {
  readonly id: string;
  readonly public_id: string;
  readonly name: string;
  readonly display_name: string;
  readonly namespace: string;
  readonly platform: string;
  readonly environment: string | null;
  readonly type: AssetType;
  readonly layer: string | null;
  readonly owner: string | null;
  readonly description: string | null;
  readonly tags: readonly string[];
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly is_encrypted: boolean | null;
  readonly has_access_logging: boolean | null;
  readonly region: string | null;
  readonly namespace_is_encrypted: boolean | null;
  readonly namespace_has_access_logging: boolean | null;
  readonly namespace_region: string | null;
  readonly updated_at: Date;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

export interface ColumnRow {
  readonly asset_id: string;
  readonly id: string;
  readonly path: string;
  readonly type: string | null;
  readonly tags: readonly string[];
  readonly class_level: number | null;
  readonly class_categories: readonly string[];
  readonly is_masked: boolean;
}

/** What belongs to an asset beside its row. */
export interface Surroundings {
  readonly columns: readonly ColumnSubject[];
  readonly tests: readonly { readonly type: string; readonly severity: string }[];
  readonly upstream: readonly Neighbour[];
  readonly arrivals: readonly Arrival[];
  /** When a run that completed wrote it last; null: none is known. */
  readonly writtenAt: Date | null;
}

/** A row and what belongs to it as policies see them; what the namespace says stands in for what the asset does not. */
export function subjectOf(row: SubjectRow, { writtenAt, ...around }: Surroundings): Subject {
  const properties = row.properties ?? {};
  const at = row.updated_at.toISOString();
  const own = <Value>(value: Value | null): Known<Value> => (value === null ? UNKNOWN : { value, source: 'asset', at });
  const inherited = <Value>(value: Value | null): Known<Value> =>
    value === null ? UNKNOWN : { value, source: `namespace ${row.namespace}`, at: null };
  return {
    ...namesOf(row),
    ...wordsOf(properties),
    ...sensitivityOf(row, around.columns),
    ...around,
    encryption: firstKnown(
      own(row.is_encrypted),
      inherited(row.namespace_is_encrypted),
      encryptionOfPlatform(row.platform),
    ),
    accessLogging: firstKnown(own(row.has_access_logging), inherited(row.namespace_has_access_logging)),
    region: firstKnown(own(row.region), inherited(row.namespace_region), regionInNamespace(row.namespace)),
    retentionDays: retentionOf(properties, at),
    contract: own(properties['isContractEnforced'] === true ? true : null),
    newestData: newestDataOf(properties, writtenAt),
  };
}

type Names = Pick<
  Subject,
  | 'id'
  | 'publicId'
  | 'name'
  | 'displayName'
  | 'namespace'
  | 'platform'
  | 'environment'
  | 'type'
  | 'layer'
  | 'owner'
  | 'description'
  | 'tags'
>;

function namesOf(row: SubjectRow): Names {
  const { id, public_id: publicId, name, display_name: displayName, namespace, platform, environment } = row;
  const { type, layer, owner, description, tags } = row;
  return { id, publicId, name, displayName, namespace, platform, environment, type, layer, owner, description, tags };
}

type Words = Pick<Subject, 'domain' | 'tier' | 'dbtPackage' | 'materialized'>;

function wordsOf(properties: Readonly<Record<string, unknown>>): Words {
  const meta = (properties['meta'] ?? {}) as Readonly<Record<string, unknown>>;
  const word = (...values: readonly unknown[]): string | null => {
    const found = values.find((value) => typeof value === 'string' || typeof value === 'number');
    return found === undefined ? null : String(found);
  };
  return {
    domain: word(properties['domain'], meta['domain'], properties['group']),
    tier: word(properties['tier'], meta['tier']),
    dbtPackage: word(properties['package']),
    materialized: word(properties['materialized']),
  };
}

/** The strictest of the asset and its columns. */
function sensitivityOf(row: SubjectRow, columns: readonly ColumnSubject[]): Pick<Subject, 'level' | 'categories'> {
  const level = Math.max(row.class_level ?? 0, ...columns.map((column) => column.level ?? 0));
  const categories = new Set([...row.class_categories, ...columns.flatMap((column) => column.categories)]);
  return { level: level === 0 ? null : level, categories: [...categories].sort() };
}

/** A column's row as policies see it. */
export const columnOfRow = (row: ColumnRow): ColumnSubject => ({
  path: row.path,
  type: row.type,
  tags: row.tags,
  level: row.class_level,
  categories: row.class_categories,
  isMasked: row.is_masked,
});
