import type { z } from 'zod';

import { invalid } from '../../../shared/errors';
import { readSections, type JsonEntry } from '../../../shared/json-stream';
import type { AssetType } from '../../../shared/vocabulary';
import type { AssetRef, AssetStatement, MetadataPatch, Statement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { companionSource, type Companions } from './artifact';
import { batched } from './batched';
import { understand } from './lenient';
import { note } from './metadata';
import { telling } from './said';
import { displayFacts, metricProperties, savedQueryProperties, semanticModelProperties } from './semantic-facts';
import { SemanticNames } from './semantic-names';
import { Metric, SavedQuery, SemanticModel } from './shapes';
import { dbtKey } from './unique-id';

/** What one entry says: its properties and, where no manifest says it, what it is made from. */
interface Described {
  readonly name: string;
  readonly label?: string | null | undefined;
  readonly description?: string | null | undefined;
}

type Reader = (raw: unknown, names: SemanticNames) => Said | { readonly refused: string };
interface Said {
  readonly described: Described;
  readonly properties: Record<string, unknown>;
  readonly parents: readonly AssetRef[];
}

const SECTIONS: ReadonlyMap<string, { readonly type: AssetType; readonly resource: string; readonly read: Reader }> =
  new Map([
    [
      'semantic_models',
      {
        type: 'SEMANTIC_MODEL',
        resource: 'semantic_model',
        read: reader(SemanticModel, semanticModelProperties, (model, names) => names.tableOf(model)),
      },
    ],
    [
      'metrics',
      {
        type: 'METRIC',
        resource: 'metric',
        read: reader(Metric, metricProperties, (metric, names) => names.parentsOfMetric(metric)),
      },
    ],
    [
      'saved_queries',
      {
        type: 'QUERY',
        resource: 'saved_query',
        read: reader(SavedQuery, savedQueryProperties, (query, names) => names.metricsOf(query)),
      },
    ],
  ]);

/**
 * semantic_manifest.json: semantic models, metrics and saved queries as MetricFlow reads them.
 *
 * It names things without a package: they are the manifest's of the same name when it came along, else the project's.
 *
 * @throws DomainError INVALID when neither a manifest nor `project` tells the project.
 */
export async function readSemanticManifest(part: DeliveryPart, companions: Companions): Promise<MetadataPatch> {
  const project = companions.manifest?.project ?? companions.parameters.project;
  if (project === null) {
    throw invalid(`${part.name}: does not name its project; send it with its manifest or give project=…`, {
      parameter: 'project',
    });
  }
  const names = new SemanticNames(project, companions);
  for await (const entry of entriesOf(part)) if (entry.section === 'semantic_models') names.add(entry.value);
  return {
    source: companionSource('dbt-semantic', 'semantic layer', project, companions.parameters),
    observedAt: companions.manifest?.observedAt ?? companions.receivedAt,
    isComplete: false,
    statements: batched(statements(part, project, names)),
  };
}

const entriesOf = (part: DeliveryPart): AsyncGenerator<JsonEntry> =>
  readSections(part.open(), { part: part.name, modeOf: (section) => (SECTIONS.has(section) ? 'entries' : 'skip') });

async function* statements(part: DeliveryPart, project: string, names: SemanticNames): AsyncGenerator<Statement> {
  for await (const entry of entriesOf(part)) yield statementOf(part, entry, project, names);
}

function statementOf(part: DeliveryPart, entry: JsonEntry, project: string, names: SemanticNames): Statement {
  const section = SECTIONS.get(entry.section);
  const said = section?.read(entry.value, names) ?? { refused: 'not known' };
  if (section === undefined || 'refused' in said) {
    const reason = 'refused' in said ? said.refused : '';
    return note(`${part.name}#${entry.section}/${entry.key}`, `not understood: ${reason}`, 'REFUSED');
  }
  const uniqueId = names.uniqueId(section.resource, said.described.name);
  const statement: AssetStatement = {
    kind: 'asset',
    key: `dbt-semantic:${project}/${uniqueId}`,
    subject: names.isKnown(uniqueId) ? { key: dbtKey(project, uniqueId) } : { spelling: names.spelling(uniqueId) },
    facts: {
      type: section.type,
      ...displayFacts(said.described),
      properties: telling({ resourceType: section.resource, ...said.properties }),
    },
    ...(names.hasManifest ? {} : { edges: said.parents.map((upstream) => ({ upstream })) }),
  };
  return statement;
}

function reader<T extends Described>(
  shape: z.ZodType<T>,
  properties: (resource: T) => Record<string, unknown>,
  parents: (resource: T, names: SemanticNames) => readonly AssetRef[],
): Reader {
  return (raw, names) => {
    const understood = understand(shape, raw);
    if (!understood.ok) return { refused: understood.reason };
    return {
      described: understood.value,
      properties: properties(understood.value),
      parents: parents(understood.value, names),
    };
  };
}
