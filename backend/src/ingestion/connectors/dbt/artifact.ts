import { invalid } from '../../../shared/errors';
import { readSections, type JsonEntry, type SectionMode } from '../../../shared/json-stream';
import type { NoteStatement, PatchSource } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import type { ManifestIndex } from './manifest-index';
import { observedAt, readMetadata } from './metadata';
import { scopeOf, type DbtParameters } from './parameters';
import type { Metadata } from './shapes';
import { packageOf, resourceTypeOf } from './unique-id';

/** What an artifact beside the manifest is read with; `manifest` is null when it came alone. */
export interface Companions {
  readonly parameters: DbtParameters;
  readonly receivedAt: Date;
  readonly manifest: ManifestIndex | null;
}

/** What is known of an artifact before its entries are read. */
export interface ArtifactHead {
  readonly metadata: Metadata;
  readonly observedAt: Date;
  readonly project: string;
  /** Null when no manifest came along: anything may be known to the catalog already. */
  readonly known: ReadonlyMap<string, string> | null;
  readonly notes: readonly NoteStatement[];
}

/**
 * Reads an artifact's metadata and finds the project it is of: the manifest's that came with it, the one given, or the
 * only package whose things it names.
 *
 * @throws DomainError INVALID when it is another artifact, or its project cannot be told.
 */
export async function readHead(part: DeliveryPart, artifact: string, companions: Companions): Promise<ArtifactHead> {
  const given = companions.manifest?.project ?? companions.parameters.project;
  const { rawMetadata, ids, isEmpty } = await survey(part, given);
  if (isEmpty)
    throw invalid(`${part.name}: is not a dbt ${artifact} artifact`, { part: part.name, rule: `must be ${artifact}` });
  const { metadata, notes } = readMetadata(rawMetadata, part.name, artifact);
  return {
    metadata,
    notes,
    observedAt: observedAt(metadata, companions.receivedAt),
    project: given ?? onlyPackage(ids, part.name),
    known: companions.manifest === null ? null : companions.manifest.known,
  };
}

interface Survey {
  readonly rawMetadata: unknown;
  readonly ids: readonly string[];
  readonly isEmpty: boolean;
}

async function survey(part: DeliveryPart, project: string | null): Promise<Survey> {
  const ids: string[] = [];
  let rawMetadata: unknown;
  let isEmpty = true;
  for await (const entry of readSections(part.open(), {
    part: part.name,
    modeOf: (section) => modeOf(section, project),
  })) {
    if (entry.section === 'metadata') rawMetadata = entry.value;
    else ids.push(idOf(entry));
    isEmpty = false;
  }
  return { rawMetadata, ids, isEmpty };
}

/** Who speaks in an artifact: the project, in another voice than its manifest's. */
export const companionSource = (
  kind: string,
  label: string,
  project: string,
  parameters: DbtParameters,
): PatchSource => ({
  kind,
  name: project,
  scope: scopeOf(parameters),
  label: `${label} of dbt project ${project}`,
});

function modeOf(section: string, project: string | null): SectionMode {
  if (section === 'metadata') return 'whole';
  if (project !== null) return 'skip';
  if (section === 'results') return 'entries';
  return section === 'nodes' || section === 'sources' ? 'keys' : 'skip';
}

function idOf({ section, key, value }: JsonEntry): string {
  if (section !== 'results') return key;
  return value !== null && typeof value === 'object' && 'unique_id' in value ? String(value.unique_id) : '';
}

function onlyPackage(ids: readonly string[], part: string): string {
  const own = ids.filter((id) => resourceTypeOf(id) !== 'source');
  const packages = new Set((own.length > 0 ? own : ids).map(packageOf).filter((name) => name !== ''));
  const [only] = packages;
  if (only !== undefined && packages.size === 1) return only;
  throw invalid(`${part}: does not name its project; send it with its manifest or give project=…`, {
    part,
    parameter: 'project',
  });
}
