import type { AssetFacts, AssetType } from '../../../shared/vocabulary';
import type { AssetStatement, Statement } from '../../metadata-patch';
import { columnClaims, constraintFacts, MAX_COLUMNS } from './columns';
import { layerOf } from './layer';
import type { ManifestContext } from './manifest-context';
import { note } from './metadata';
import { redactUrl } from './redact';
import { declaredOwner, groupOf, metaOf, ownerText, tagsOf } from './resource';
import { telling } from './said';
import type { Node } from './shapes';
import { snapshotFacts } from './snapshot';
import { projectSpelling, whereabouts, type Whereabouts } from './spelling';
import { freshnessRule } from './freshness';
import { nameOf, packageOf, resourceTypeOf } from './unique-id';

/** dbt's own materializations and those of its adapters; a project's custom ones make tables, as far as one can know. */
const TYPES: Readonly<Record<string, AssetType>> = {
  view: 'VIEW',
  ephemeral: 'EPHEMERAL',
  materialized_view: 'MATERIALIZED_VIEW',
  materializedview: 'MATERIALIZED_VIEW',
  dynamic_table: 'MATERIALIZED_VIEW',
  external: 'EXTERNAL_TABLE',
};

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
    facts: nodeFacts(uniqueId, node, context),
    edges,
    ...telling({ aliases: place.aliases, columns }),
  };
  const dropped = Object.keys(node.columns ?? {}).length - MAX_COLUMNS;
  const tooMany =
    dropped > 0 ? [note(key, `has ${String(dropped)} columns more than the ${String(MAX_COLUMNS)} that are kept`)] : [];
  return [statement, ...notes, ...tooMany, ...freshnessRule(uniqueId, key, node)];
}

function placeOf(uniqueId: string, node: Node, context: ManifestContext): Whereabouts {
  const { metadata, project } = context.index;
  const isVirtual = node.config?.materialized === 'ephemeral' || WITHOUT_RELATION.has(resourceTypeOf(uniqueId));
  const place = isVirtual ? null : whereabouts(node, metadata, context.parameters.namespace);
  return place ?? { spelling: projectSpelling(project, uniqueId), aliases: [] };
}

function nodeFacts(uniqueId: string, node: Node, context: ManifestContext): AssetFacts {
  const code = node.compiled_code ?? node.compiled_sql;
  return telling({
    type: typeOf(uniqueId, node),
    displayName: placeOf(uniqueId, node, context).spelling.quoting === 'NONE' ? node.name : null,
    description: node.description ? node.description : node.source_description,
    owner: ownerOf(node, context),
    tags: tagsOf(node),
    layer: resourceTypeOf(uniqueId) === 'source' ? 'source' : layerOf(node),
    location: node.external?.location ? redactUrl(node.external.location) : null,
    code: code ? { language: node.language ?? 'sql', text: code } : null,
    properties: telling({
      ...commonProperties(uniqueId, node),
      ...modelProperties(uniqueId, node),
      ...sourceProperties(node),
    }),
  });
}

function typeOf(uniqueId: string, node: Node): AssetType {
  switch (resourceTypeOf(uniqueId)) {
    case 'seed':
      return 'SEED';
    case 'snapshot':
      return 'SNAPSHOT';
    case 'source':
      return node.external?.location ? 'EXTERNAL_TABLE' : 'TABLE';
    case 'analysis':
    case 'function':
      return 'QUERY';
    default:
      return TYPES[(node.config?.materialized ?? '').toLowerCase()] ?? 'TABLE';
  }
}

function ownerOf(node: Node, context: ManifestContext): string | null {
  return (
    declaredOwner(node, context.index.groupOwners) ??
    ownerText(node.source_meta?.['owner']) ??
    ownerText(node.loader) ??
    context.parameters.owner
  );
}

/** Facts that any resource of dbt has. */
export function commonProperties(uniqueId: string, resource: Omit<Node, 'type'>): Record<string, unknown> {
  return {
    resourceType: resourceTypeOf(uniqueId),
    uniqueId,
    package: resource.package_name ?? packageOf(uniqueId),
    path: resource.original_file_path ?? resource.path,
    group: groupOf(resource),
    meta: metaOf(resource),
  };
}

function modelProperties(uniqueId: string, node: Node): Record<string, unknown> {
  const isVersioned = node.version !== null && node.version !== undefined;
  return {
    materialized: node.config?.materialized,
    access: node.access ?? node.config?.access,
    isContractEnforced: (node.contract?.enforced ?? node.config?.contract?.enforced) === true ? true : null,
    constraints: (node.constraints ?? []).map(constraintFacts),
    version: node.version,
    latestVersion: isVersioned ? node.latest_version : null,
    family: isVersioned ? `${node.package_name ?? packageOf(uniqueId)}.${nameOf(uniqueId)}` : null,
    deprecationDate: node.deprecation_date,
    incrementalStrategy: node.config?.incremental_strategy,
    uniqueKey: node.config?.unique_key,
    isHidden: node.docs?.show === false ? true : null,
    classifiers: node.classifiers,
    returns: node.returns?.data_type,
    scd2: resourceTypeOf(uniqueId) === 'snapshot' ? snapshotFacts(node) : null,
  };
}

function sourceProperties(node: Node): Record<string, unknown> {
  return {
    source: node.source_name,
    loader: node.loader,
    loadedAtField: node.loaded_at_field ?? node.config?.loaded_at_field,
    fileFormat: node.external?.file_format,
  };
}
