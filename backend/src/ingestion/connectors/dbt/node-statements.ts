import type { AssetFacts, AssetType } from '../../../shared/vocabulary';
import type { AssetStatement, Statement } from '../../metadata-patch';
import { columnClaims, constraintFacts, MAX_COLUMNS } from './columns';
import { layerOf } from './layer';
import type { ManifestContext } from './manifest-context';
import { note } from './metadata';
import { redactUrl } from './redact';
import { commonProperties, declaredOwner, ownerText, tagsOf } from './resource';
import { firstTold, telling } from './said';
import type { Node } from './shapes';
import { snapshotFacts } from './snapshot';
import { whereabouts, type Whereabouts } from './spelling';
import { freshnessRule } from './freshness';
import { nameOf, packageOf, resourceTypeOf } from './unique-id';

/** dbt's own materializations and those of its adapters; a project's custom ones make tables, as far as one can know. */
const MATERIALIZATIONS: ReadonlyMap<string, AssetType> = new Map([
  ['view', 'VIEW'],
  ['ephemeral', 'EPHEMERAL'],
  ['materialized_view', 'MATERIALIZED_VIEW'],
  ['materializedview', 'MATERIALIZED_VIEW'],
  ['dynamic_table', 'MATERIALIZED_VIEW'],
  ['external', 'EXTERNAL_TABLE'],
]);

/** Types of what is not a model. */
const RESOURCE_TYPES: ReadonlyMap<string, AssetType> = new Map([
  ['seed', 'SEED'],
  ['snapshot', 'SNAPSHOT'],
  ['source', 'TABLE'],
  ['analysis', 'QUERY'],
  ['function', 'QUERY'],
]);

/** Resource types whose things exist in the project alone. */
const WITHOUT_RELATION = new Set(['analysis', 'function']);

/** What a model, seed, snapshot, source, analysis or function becomes: one asset, and what goes with it. */
export function nodeStatements(uniqueId: string, node: Node, context: ManifestContext): readonly Statement[] {
  const place = placeOf(uniqueId, node, context);
  const key = context.key(uniqueId);
  const { edges, notes } = context.edgesOf(uniqueId, node);
  const columns = columnClaims(node, context.index.metadata.adapter_type);
  const statement: AssetStatement = {
    kind: 'asset',
    key,
    subject: { spelling: place.spelling },
    facts: nodeFacts(uniqueId, node, place, context),
    edges,
    ...telling({ aliases: place.aliases, columns }),
  };
  const dropped = Object.keys(node.columns ?? {}).length - MAX_COLUMNS;
  const tooMany =
    dropped > 0 ? [note(key, `has ${String(dropped)} columns more than the ${String(MAX_COLUMNS)} that are kept`)] : [];
  return [statement, ...notes, ...tooMany, ...freshnessRule(uniqueId, key, node)];
}

function placeOf(uniqueId: string, node: Node, context: ManifestContext): Whereabouts {
  const { metadata } = context.index;
  const isVirtual = node.config.materialized === 'ephemeral' || WITHOUT_RELATION.has(resourceTypeOf(uniqueId));
  const place = isVirtual ? null : whereabouts(node, metadata, context.parameters.namespace);
  return place ?? { spelling: context.spelling(uniqueId), aliases: [] };
}

function nodeFacts(uniqueId: string, node: Node, place: Whereabouts, context: ManifestContext): AssetFacts {
  const location = node.external.location;
  return telling({
    type: typeOf(uniqueId, node),
    displayName: place.spelling.quoting === 'NONE' ? node.name : null,
    description: firstTold(node.description, node.source_description),
    owner: ownerOf(node, context),
    tags: tagsOf(node),
    layer: resourceTypeOf(uniqueId) === 'source' ? 'source' : layerOf(node),
    location: location ? redactUrl(location) : null,
    code: codeOf(node),
    properties: telling({
      ...commonProperties(uniqueId, node),
      ...modelProperties(uniqueId, node),
      ...sourceProperties(node),
    }),
  });
}

function typeOf(uniqueId: string, node: Node): AssetType {
  if (node.external.location) return 'EXTERNAL_TABLE';
  const type = RESOURCE_TYPES.get(resourceTypeOf(uniqueId));
  return type ?? MATERIALIZATIONS.get((node.config.materialized ?? '').toLowerCase()) ?? 'TABLE';
}

/** Compiled code only: what runs. A manifest without it (dbt parse) says nothing of code. */
function codeOf(node: Node): AssetFacts['code'] | null {
  const text = firstTold(node.compiled_code, node.compiled_sql);
  return text === null ? null : { language: node.language ?? 'sql', text };
}

function ownerOf(node: Node, context: ManifestContext): string | null {
  return firstTold(
    declaredOwner(node, context.index.groupOwners),
    ownerText(node.source_meta?.['owner']),
    ownerText(node.loader),
    context.parameters.owner,
  );
}

function modelProperties(uniqueId: string, node: Node): Record<string, unknown> {
  return {
    materialized: node.config.materialized,
    access: firstTold(node.access, node.config.access),
    isContractEnforced: firstTold(node.contract?.enforced, node.config.contract?.enforced) === true ? true : null,
    constraints: node.constraints?.map(constraintFacts),
    ...versionProperties(uniqueId, node),
    incrementalStrategy: node.config.incremental_strategy,
    uniqueKey: node.config.unique_key,
    isHidden: node.docs.show === false ? true : null,
    classifiers: node.classifiers,
    returns: node.returns.data_type,
    scd2: resourceTypeOf(uniqueId) === 'snapshot' ? snapshotFacts(node) : null,
  };
}

/** Versions of one model are assets of their own; `family` is what they have in common. */
function versionProperties(uniqueId: string, node: Node): Record<string, unknown> {
  const { version, latest_version: latestVersion, deprecation_date: deprecationDate } = node;
  if (version === null || version === undefined) return { deprecationDate };
  const family = `${firstTold(node.package_name, packageOf(uniqueId)) ?? ''}.${nameOf(uniqueId)}`;
  return { version, latestVersion, family, deprecationDate };
}

function sourceProperties(node: Node): Record<string, unknown> {
  return {
    source: node.source_name,
    loader: node.loader,
    loadedAtField: firstTold(node.loaded_at_field, node.config.loaded_at_field),
    fileFormat: node.external.file_format,
  };
}
