import type { AssetFacts } from '../../../shared/vocabulary';
import { redact } from './redact';
import { firstTold, telling } from './said';
import type { Member, Metric, SavedQuery, SemanticModel } from './shapes';

/** What is worth showing of a metric, whichever of dbt's three generations of metrics it is. */
export function metricProperties(metric: Metric): Record<string, unknown> {
  return {
    metricType: firstTold(metric.calculation_method, metric.type),
    expression: firstTold<unknown>(metric.expression, metric.sql, metric.type_params?.['expr']),
    typeParameters: redact(compact(metric.type_params ?? null)),
    filter: firstTold(metric.filter, metric.filters),
    timestamp: metric.timestamp,
    timeGrains: metric.time_grains ?? (metric.time_granularity ? [metric.time_granularity] : null),
    dimensions: metric.dimensions,
  };
}

/** What a semantic model is made of. */
export function semanticModelProperties(model: SemanticModel): Record<string, unknown> {
  return {
    relation: model.node_relation?.relation_name,
    primaryEntity: model.primary_entity,
    entities: (model.entities ?? []).map(memberFacts),
    measures: (model.measures ?? []).map(memberFacts),
    dimensions: (model.dimensions ?? []).map(memberFacts),
  };
}

/** What a saved query asks for. */
export function savedQueryProperties(query: SavedQuery): Record<string, unknown> {
  return { query: redact(compact(query.query_params ?? null)) };
}

/** Name and description as people see them. */
export function displayFacts(resource: {
  name: string;
  label?: string | null | undefined;
  description?: string | null | undefined;
}): AssetFacts {
  return telling({ displayName: firstTold(resource.label, resource.name), description: resource.description });
}

const memberFacts = ({ name, type, agg, expr, description }: Member): Record<string, unknown> =>
  telling({ name, type, aggregation: agg, expression: expr, description });

/** Without members that say nothing, at every depth: dbt spells out dozens of nulls. */
function compact(value: unknown, depth = 0): unknown {
  if (depth > 12 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => compact(item, depth + 1));
  const members = Object.entries(value).map(([key, item]) => [key, compact(item, depth + 1)] as const);
  return telling(Object.fromEntries(members));
}
