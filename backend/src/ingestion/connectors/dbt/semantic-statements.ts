import type { AssetFacts, AssetType } from '../../../shared/vocabulary';
import type { AssetStatement, Statement } from '../../metadata-patch';
import type { ManifestContext } from './manifest-context';
import { commonProperties, declaredOwner, tagsOf } from './resource';
import { firstTold, telling } from './said';
import { displayFacts, metricProperties, savedQueryProperties, semanticModelProperties } from './semantic-facts';
import type { Export, Metric, Resource, SavedQuery, SemanticModel } from './shapes';
import { relationOf } from './spelling';

/** A metric as an asset of its project. */
export function metricStatements(uniqueId: string, metric: Metric, context: ManifestContext): readonly Statement[] {
  return projectAsset({ uniqueId, resource: metric, type: 'METRIC', properties: metricProperties(metric) }, context);
}

/** A semantic model as an asset of its project. */
export function semanticModelStatements(
  uniqueId: string,
  model: SemanticModel,
  context: ManifestContext,
): readonly Statement[] {
  const properties = semanticModelProperties(model);
  return projectAsset({ uniqueId, resource: model, type: 'SEMANTIC_MODEL', properties }, context);
}

/** A saved query is a query; each of its exports is a table or view that it feeds. */
export function savedQueryStatements(
  uniqueId: string,
  query: SavedQuery,
  context: ManifestContext,
): readonly Statement[] {
  const properties = savedQueryProperties(query);
  const exports = (query.exports ?? []).map((item) => exportStatement(uniqueId, item, context));
  return [...projectAsset({ uniqueId, resource: query, type: 'QUERY', properties }, context), ...exports];
}

interface ProjectAsset {
  readonly uniqueId: string;
  readonly resource: Resource;
  readonly type: AssetType;
  readonly properties: Record<string, unknown>;
}

/** Something that exists in the project alone, under its unique_id. */
function projectAsset(
  { uniqueId, resource, type, properties }: ProjectAsset,
  context: ManifestContext,
): readonly Statement[] {
  const { edges, notes } = context.edgesOf(uniqueId, resource);
  const facts: AssetFacts = {
    type,
    ...displayFacts(resource),
    ...telling({
      owner: declaredOwner(resource, context.index.groupOwners) ?? context.parameters.owner,
      tags: tagsOf(resource),
      properties: telling({ ...commonProperties(uniqueId, resource), ...properties }),
    }),
  };
  const subject = { spelling: context.spelling(uniqueId) };
  return [{ kind: 'asset', key: context.key(uniqueId), subject, facts, edges }, ...notes];
}

function exportStatement(uniqueId: string, item: Export, context: ManifestContext): AssetStatement {
  const { index, parameters } = context;
  const exportId = `${uniqueId}#${item.name}`;
  const { schema_name: schema, alias, database, export_as: kind } = item.config ?? {};
  const relation = schema
    ? relationOf(schema, firstTold(alias, item.name) ?? item.name, database, index.metadata)
    : null;
  return {
    kind: 'asset',
    key: context.key(exportId),
    subject: {
      spelling:
        relation === null
          ? context.spelling(exportId)
          : { namespace: parameters.namespace, name: relation, quoting: 'KNOWN' },
    },
    facts: {
      type: kind === 'view' ? 'VIEW' : 'TABLE',
      ...(relation === null ? { displayName: item.name } : {}),
      properties: { resourceType: 'export', uniqueId: exportId, savedQuery: uniqueId },
    },
    edges: [{ upstream: { key: context.key(uniqueId) } }],
  };
}
