import { isDeepStrictEqual } from 'node:util';
import { displayNameOf, rulesOf } from '../../domain/identity';
import { projectAsset } from '../../domain/projection';
import type { ProjectedAsset } from '../../domain/projection-claims';
import { columnFold } from '../../domain/projection-columns';
import { firstSaid } from '../../domain/projection-facts';
import { diffSchema, type SchemaColumn, type SchemaDiff } from '../../domain/projection-schema';
import { statusOf, type StatusVerdict } from '../../domain/projection-status';
import { planColumns, type ColumnPlan } from './plan-columns';
import type { AssetFields, AssetUpdate, ChangeRow, ProjectionInput, VersionRow } from './projection-rows';

/** All that has to be written so that one asset shows what its sources say. */
export interface AssetPlan {
  readonly assetId: string;
  readonly update: AssetUpdate | null;
  readonly columns: ColumnPlan;
  readonly version: VersionRow | null;
  /** The delivery has made that version already, and changes it. */
  readonly amendsVersion: boolean;
  readonly change: ChangeRow | null;
  /** Its search document may differ. */
  readonly isDirty: boolean;
}

const NO_COLUMNS: ColumnPlan = { added: [], changed: [], dropped: [] };
const LONGEST_VALUE = 500;

const schemaOf = (columns: readonly (SchemaColumn & { readonly isDeclared: boolean })[]): SchemaColumn[] =>
  columns.filter(({ isDeclared }) => isDeclared).map(({ path, type, nullable }) => ({ path, type, nullable }));

function fieldsOf(
  projected: ProjectedAsset,
  verdict: StatusVerdict,
  counts: { columns: number; version: number },
): AssetFields {
  return {
    display_name: projected.displayName,
    type: projected.type,
    status: verdict.status,
    status_reason: verdict.reason,
    layer: projected.layer,
    location: projected.location,
    owner: projected.owner,
    description: projected.description,
    tags: projected.tags,
    is_encrypted: projected.isEncrypted,
    has_access_logging: projected.hasAccessLogging,
    region: projected.region,
    class_level: projected.classLevel,
    class_categories: projected.classCategories,
    properties: projected.properties,
    code_language: projected.codeLanguage,
    code_hash: projected.codeHash,
    column_count: counts.columns,
    schema_version: counts.version,
  };
}

const FIELDS: readonly (keyof AssetFields)[] = [
  'display_name',
  'type',
  'status',
  'status_reason',
  'layer',
  'location',
  'owner',
  'description',
  'tags',
  'is_encrypted',
  'has_access_logging',
  'region',
  'class_level',
  'class_categories',
  'properties',
  'code_language',
  'code_hash',
  'column_count',
  'schema_version',
];
const COUNTED: ReadonlySet<keyof AssetFields> = new Set(['column_count', 'schema_version']);

const differs = (before: AssetFields, after: AssetFields): boolean =>
  FIELDS.some((field) => !isDeepStrictEqual(before[field], after[field]));

const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;

/** Fields that differ, `{ field: { before, after } }`; columns by their difference. */
function detailOf(before: AssetFields, after: AssetFields, diff: SchemaDiff | null): Record<string, unknown> {
  const differing = FIELDS.filter((field) => !COUNTED.has(field) && !isDeepStrictEqual(before[field], after[field]));
  const detail = differing.map((field): [string, unknown] => [
    field,
    { before: shortened(before[field]), after: shortened(after[field]) },
  ]);
  return { ...Object.fromEntries(detail), ...(diff ? { columns: diff } : {}) };
}

function operationOf(input: ProjectionInput, verdict: StatusVerdict): string {
  if (input.is_new) return verdict.status === 'ACTIVE' ? 'CREATED' : 'STUBBED';
  if (verdict.status === input.status) return 'CHANGED';
  if (verdict.status === 'RETIRED') return 'RETIRED';
  return input.status === 'RETIRED' ? 'REVIVED' : 'CHANGED';
}

function changeOf(
  input: ProjectionInput,
  after: AssetFields,
  plan: ColumnPlan,
  diff: SchemaDiff | null,
): ChangeRow | null {
  const operation = operationOf(input, { status: after.status, reason: after.status_reason });
  if (input.is_new) return { asset_id: input.id, operation, detail: {} };
  const detail = detailOf(input, after, diff);
  if (diff === null && plan.added.length + plan.changed.length > 0) {
    detail['columns'] = { changed: [...plan.added, ...plan.changed].slice(0, 50).map(({ path }) => path) };
  }
  return Object.keys(detail).length === 0 ? null : { asset_id: input.id, operation, detail };
}

function versionOf(
  input: ProjectionInput,
  schema: readonly SchemaColumn[],
  diff: SchemaDiff | null,
): VersionRow | null {
  if (diff === null) return null;
  const { isBreaking, ...rest } = diff;
  const latest = Math.max(
    0,
    ...input.assertions.filter(({ facts }) => facts.columns).map(({ observedAt }) => observedAt),
  );
  return {
    asset_id: input.id,
    version: input.amended_base === null ? input.schema_version + 1 : input.schema_version,
    columns: schema,
    diff: rest,
    is_breaking: isBreaking,
    observed_at: new Date(latest).toISOString(),
  };
}

const pickUpdate = (fields: AssetFields, id: string): AssetUpdate => ({
  ...(Object.fromEntries(FIELDS.map((field) => [field, fields[field]])) as unknown as AssetFields),
  id,
});

/** A retired asset keeps what was last known of it; only its standing changes. */
function planRetired(input: ProjectionInput, verdict: StatusVerdict): AssetPlan {
  const after = { ...input, status: verdict.status, status_reason: verdict.reason };
  const isChanged = differs(input, after);
  return {
    assetId: input.id,
    update: isChanged ? pickUpdate(after, input.id) : null,
    columns: NO_COLUMNS,
    version: null,
    amendsVersion: false,
    change: isChanged || input.is_new ? changeOf(input, after, NO_COLUMNS, null) : null,
    isDirty: isChanged || input.is_new,
  };
}

/** Compares what an asset shows with what its sources say now; writes nothing. */
export function planProjection(input: ProjectionInput, isNewlyReferenced: boolean): AssetPlan {
  const verdict = statusOf({
    before: input.status,
    reasonBefore: input.status_reason,
    isVouched: input.assertions.some(({ vouches }) => vouches),
    stubReason: firstSaid(input.assertions, ({ facts }) => facts.stubReason),
    isReferenced: input.is_referenced,
    isNewlyReferenced,
  });
  if (verdict.status === 'RETIRED') return planRetired(input, verdict);
  const subject = { platform: input.platform, displayName: displayNameOf(input.name, input.platform) };
  const projected = projectAsset(subject, input.assertions);
  const columns = planColumns(input.id, input.columns, projected.columns);
  const fold = columnFold(input.assertions, rulesOf(input.platform).columnsIgnoreCase);
  const schema = schemaOf(projected.columns);
  const diff = diffSchema(schemaOf(input.columns), schema, fold);
  const base = input.amended_base === null ? diff : diff && (diffSchema(input.amended_base, schema, fold) ?? NO_DIFF);
  const version = versionOf(input, schema, base);
  const counts = { columns: schema.length, version: version?.version ?? input.schema_version };
  const after = fieldsOf(projected, verdict, counts);
  const change = changeOf(input, after, columns, diff);
  return {
    assetId: input.id,
    update: differs(input, after) ? { ...after, id: input.id } : null,
    columns,
    version,
    amendsVersion: input.amended_base !== null,
    change,
    isDirty: true,
  };
}

const NO_DIFF: SchemaDiff = { added: [], removed: [], retyped: [], isBreaking: false };
