import { invalid } from '../../../shared/errors';
import type { MetadataPatch } from '../../metadata-patch';
import type { Connector, ConnectorInput, DeliveryPart } from '../connector';
import type { Companions } from './artifact';
import { readCatalog } from './catalog-artifact';
import { ManifestContext } from './manifest-context';
import { indexManifest, type ManifestIndex } from './manifest-index';
import { manifestStatements } from './manifest-statements';
import { readParameters, scopeOf, type DbtParameters } from './parameters';
import { readRunResults } from './run-results';
import { readSemanticManifest } from './semantic-manifest';
import { readSources } from './source-freshness';

/**
 * dbt's artifacts, from dbt 0.19 to 2.0: manifest v1 to v12 and later ones by shape, catalog, run results, freshness of
 * sources, semantic manifest. Without a manifest, the others speak of what an earlier manifest of the project described.
 */
export const dbtConnector: Connector = {
  name: 'dbt',
  parts: { required: [], optional: ['manifest', 'catalog', 'run_results', 'sources', 'semantic_manifest'] },
  checkParameters: (parameters) => void readParameters(parameters),
  read,
};

async function* read(input: ConnectorInput): AsyncGenerator<MetadataPatch> {
  const { parts, receivedAt } = input;
  const parameters = readParameters(input.parameters);
  if (parts.size === 0)
    throw invalid('Nothing to read: send at least one dbt artifact', { parts: dbtConnector.parts.optional });
  const part = parts.get('manifest');
  const manifest = part ? await indexManifest(part, parameters, receivedAt) : null;
  if (part && manifest) yield manifestPatch(part, manifest, parameters);
  yield* readCompanions(parts, { parameters, receivedAt, manifest });
}

async function* readCompanions(parts: ConnectorInput['parts'], companions: Companions): AsyncGenerator<MetadataPatch> {
  const readers = new Map([
    ['catalog', readCatalog],
    ['run_results', readRunResults],
    ['sources', readSources],
    ['semantic_manifest', readSemanticManifest],
  ]);
  for (const [name, readPart] of readers) {
    const part = parts.get(name);
    if (part) yield await readPart(part, companions);
  }
}

function manifestPatch(part: DeliveryPart, index: ManifestIndex, parameters: DbtParameters): MetadataPatch {
  return {
    source: { kind: 'dbt', name: index.project, scope: scopeOf(parameters), label: `dbt project ${index.project}` },
    observedAt: index.observedAt,
    isComplete: true,
    partialKinds: ['dbt-hook'],
    statements: manifestStatements(part, new ManifestContext(index, parameters)),
  };
}
