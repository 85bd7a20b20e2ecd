import type { Asset } from '../domain/asset';

/** As the database sends them: numbers for ids, texts for moments, null for what is empty. */
type Sent = Omit<Asset, 'internalId' | 'createdAt' | 'updatedAt' | 'tags' | 'classCategories' | 'properties'> & {
  readonly internalId: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly tags: readonly string[] | null;
  readonly classCategories: readonly string[] | null;
  readonly properties: Readonly<Record<string, unknown>> | null;
};

/** The answer of `assets-by-ids.sql`: the same place in each list is the same asset; null lists when there is none. */
export type AssetColumns = { readonly [Field in keyof Asset]: readonly Sent[Field][] | null };

const NO_TEXTS: readonly string[] = [];
const NO_PROPERTIES: Readonly<Record<string, unknown>> = {};

/** The assets of some columns; one literal for all, so that reading them stays fast. */
export function assetsOf(columns: AssetColumns): Asset[] {
  return (columns.internalId ?? []).map((internalId, place) => ({
    internalId: String(internalId),
    id: at(columns.id, place),
    namespace: at(columns.namespace, place),
    name: at(columns.name, place),
    displayName: at(columns.displayName, place),
    type: at(columns.type, place),
    status: at(columns.status, place),
    statusReason: at(columns.statusReason, place),
    platform: at(columns.platform, place),
    layer: at(columns.layer, place),
    location: at(columns.location, place),
    owner: at(columns.owner, place),
    description: at(columns.description, place),
    isEncrypted: at(columns.isEncrypted, place),
    hasAccessLogging: at(columns.hasAccessLogging, place),
    region: at(columns.region, place),
    tags: at(columns.tags, place) ?? NO_TEXTS,
    classLevel: at(columns.classLevel, place),
    classCategories: at(columns.classCategories, place) ?? NO_TEXTS,
    classIsDerived: at(columns.classIsDerived, place),
    properties: at(columns.properties, place) ?? NO_PROPERTIES,
    columnCount: at(columns.columnCount, place),
    upstreamCount: at(columns.upstreamCount, place),
    downstreamCount: at(columns.downstreamCount, place),
    createdAt: new Date(at(columns.createdAt, place)),
    updatedAt: new Date(at(columns.updatedAt, place)),
  }));
}

/** All lists are of the same length. */
function at<Value>(column: readonly Value[] | null, place: number): Value {
  return column?.[place] as Value;
}
