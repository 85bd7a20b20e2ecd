import type { Spelling } from '../../../shared/vocabulary';
import type { AssetRef } from '../../metadata-patch';
import type { Companions } from './artifact';
import { understand } from './lenient';
import { SemanticModel, type Metric, type SavedQuery } from './shapes';
import { projectSpelling } from './spelling';
import { nameOf, resourceTypeOf } from './unique-id';

/** Names of the semantic layer, which has no unique_ids, and what they stand for. */
export class SemanticNames {
  private readonly modelOfMeasure = new Map<string, string>();
  private readonly known = new Map<string, string>();
  private readonly ids: ReadonlyMap<string, string>;
  readonly hasManifest: boolean;

  constructor(
    private readonly project: string,
    private readonly companions: Companions,
  ) {
    this.ids = companions.manifest?.known ?? new Map();
    this.hasManifest = companions.manifest !== null;
    for (const id of this.ids.keys()) this.known.set(`${resourceTypeOf(id)}/${nameOf(id)}`, id);
  }

  /** Remembers which semantic model has which measures. */
  add(raw: unknown): void {
    const model = understand(SemanticModel, structuredClone(raw));
    if (!model.ok) return;
    for (const { name } of model.value.measures ?? []) if (name) this.modelOfMeasure.set(name, model.value.name);
  }

  uniqueId(resource: string, name: string): string {
    return this.known.get(`${resource}/${name}`) ?? `${resource}.${this.project}.${name}`;
  }

  spelling(uniqueId: string): Spelling {
    return projectSpelling(this.project, this.companions.parameters.target, uniqueId);
  }

  isKnown(uniqueId: string): boolean {
    return this.ids.has(uniqueId);
  }

  tableOf(model: SemanticModel): readonly AssetRef[] {
    const name = model.node_relation?.relation_name;
    return name ? [{ spelling: { namespace: this.companions.parameters.namespace, name, quoting: 'KNOWN' } }] : [];
  }

  metricsOf(query: SavedQuery): readonly AssetRef[] {
    return this.refs('metric', namesIn(query.query_params?.['metrics']));
  }

  /** A metric is made from other metrics, from measures, or (newest) straight from a semantic model. */
  parentsOfMetric(metric: Metric): readonly AssetRef[] {
    const all = metric.type_params ?? {};
    const [conversion, cumulative, aggregation] = [
      'conversion_type_params',
      'cumulative_type_params',
      'metric_aggregation_params',
    ].map((name) => all[name]);
    const inputs = [
      all['metrics'],
      all['numerator'],
      all['denominator'],
      ...membersOf(conversion, ['base_metric', 'conversion_metric']),
      ...membersOf(cumulative, ['metric']),
    ];
    const measures = [
      all['measure'],
      all['input_measures'],
      ...membersOf(conversion, ['base_measure', 'conversion_measure']),
    ].flatMap(namesIn);
    const models = [
      ...measures.map((name) => this.modelOfMeasure.get(name)),
      ...membersOf(aggregation, ['semantic_model']),
    ];
    const made = measures.filter((name) => !this.modelOfMeasure.has(name));
    return [
      ...this.refs('metric', [...inputs.flatMap(namesIn), ...made]),
      ...this.refs('semantic_model', models.flatMap(namesIn)),
    ];
  }

  private refs(resource: string, names: readonly string[]): readonly AssetRef[] {
    return [...new Set(names)].map((name) => ({
      spelling: this.spelling(this.uniqueId(resource, name)),
    }));
  }
}

/** Names in a text, in { name }, or in a list of either. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  const name = memberNamed(value, 'name');
  return name === null ? [] : [name];
}

function memberNamed(value: unknown, member: string): string | null {
  const [found] = membersOf(value, [member]);
  return typeof found === 'string' ? found : null;
}

/** Own members of something that may not even be an object. */
function membersOf(value: unknown, members: readonly string[]): readonly unknown[] {
  if (value === null || typeof value !== 'object') return [];
  return members.filter((member) => Object.hasOwn(value, member)).map((member): unknown => Reflect.get(value, member));
}
