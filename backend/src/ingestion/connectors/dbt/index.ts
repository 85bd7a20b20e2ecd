import type { MetadataPatch } from '../../metadata-patch';
import type { Connector, ConnectorInput, DeliveryPart } from '../connector';
import { ManifestContext } from './manifest-context';
import { indexManifest } from './manifest-index';
import { manifestStatements } from './manifest-statements';
import { readParameters, scopeOf, type DbtParameters } from './parameters';

/**
 * dbt's artifacts, from dbt 0.19 to 2.0: manifest v1 to v12 and later ones by shape, catalog, run results, freshness of
 * sources, semantic manifest.
 */
export const dbtConnector: Connector = {
  name: 'dbt',
  parts: { required: [], optional: ['manifest', 'catalog', 'run_results', 'sources', 'semantic_manifest'] },
  checkParameters: (parameters) => void readParameters(parameters),
  read,
};

async function* read(input: ConnectorInput): AsyncGenerator<MetadataPatch> {
  const parameters = readParameters(input.parameters);
  const manifest = input.parts.get('manifest');
  if (manifest) yield await readManifest(manifest, parameters, input.receivedAt);
}

async function readManifest(part: DeliveryPart, parameters: DbtParameters, receivedAt: Date): Promise<MetadataPatch> {
  const index = await indexManifest(part, parameters, receivedAt);
  return {
    source: { kind: 'dbt', name: index.project, scope: scopeOf(parameters), label: `dbt project ${index.project}` },
    observedAt: index.observedAt,
    isComplete: true,
    statements: manifestStatements(part, new ManifestContext(index, parameters)),
  };
}
