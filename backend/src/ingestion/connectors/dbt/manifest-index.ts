import { invalid } from '../../../shared/errors';
import { readSections, type JsonEntry, type SectionMode } from '../../../shared/json-stream';
import type { NoteStatement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { understand } from './lenient';
import { note, observedAt, projectName, readMetadata } from './metadata';
import type { DbtParameters } from './parameters';
import { Group, type Metadata } from './shapes';
import { packageOf, resourceTypeOf } from './unique-id';

/** What must be known of a manifest before any of its entries can be understood; small even for a big manifest. */
export interface ManifestIndex {
  readonly project: string;
  readonly metadata: Metadata;
  readonly observedAt: Date;
  /** Every resource described in the manifest, by its unique_id. */
  readonly known: ReadonlyMap<string, string>;
  /** As dbt resolved them; null when the manifest has no parent_map. */
  readonly parents: ReadonlyMap<string, readonly string[]> | null;
  readonly disabled: ReadonlySet<string>;
  /** Owner of each group, by the group's unique_id. */
  readonly groupOwners: ReadonlyMap<string, GroupOwner>;
  readonly notes: readonly NoteStatement[];
}

export interface GroupOwner {
  readonly name?: string | null | undefined;
  readonly email?: string | readonly string[] | null | undefined;
}

/** Sections that hold resources. */
export const RESOURCE_SECTIONS: ReadonlySet<string> = new Set([
  'nodes',
  'sources',
  'exposures',
  'metrics',
  'semantic_models',
  'saved_queries',
  'functions',
  'unit_tests',
]);

const MODES: Readonly<Record<string, SectionMode>> = {
  metadata: 'whole',
  groups: 'entries',
  parent_map: 'entries',
  disabled: 'entries',
};

function modeOf(section: string): SectionMode {
  if (RESOURCE_SECTIONS.has(section)) return 'keys';
  return Object.hasOwn(MODES, section) ? (MODES[section] ?? 'skip') : 'skip';
}

/**
 * Reads through a manifest once for what the second reading needs.
 *
 * @throws DomainError INVALID when it is not a manifest or does not say which project it is of.
 */
export async function indexManifest(
  part: DeliveryPart,
  parameters: DbtParameters,
  receivedAt: Date,
): Promise<ManifestIndex> {
  const draft = new Draft();
  for await (const entry of readSections(part.open(), { part: part.name, modeOf })) draft.add(entry);
  return draft.finish(part.name, parameters, receivedAt);
}

class Draft {
  private rawMetadata: unknown;
  private hasNodes = false;
  private parents: Map<string, readonly string[]> | null = null;
  private readonly known = new Map<string, string>();
  private readonly disabled = new Set<string>();
  private readonly groupOwners = new Map<string, GroupOwner>();
  private readonly notes: NoteStatement[] = [];

  add({ section, key, value }: JsonEntry): void {
    if (section === 'metadata') this.rawMetadata = value;
    else if (section === 'groups') this.addGroup(key, value);
    else if (section === 'disabled') this.addDisabled(key, value);
    else if (section === 'parent_map') this.addParents(key, value);
    else this.known.set(key, key);
    this.hasNodes ||= section === 'nodes';
  }

  finish(part: string, parameters: DbtParameters, receivedAt: Date): ManifestIndex {
    if (this.rawMetadata === undefined && !this.hasNodes) {
      throw invalid(`${part}: is not a dbt manifest, it has no metadata and no nodes`, {
        part,
        rule: 'must be a manifest',
      });
    }
    const { metadata, notes } = readMetadata(this.rawMetadata, part, 'manifest');
    const project = projectName(parameters.project, metadata, this.packages());
    if (project === null) {
      throw invalid(`${part}: does not name its project; give project=…`, { part, parameter: 'project' });
    }
    const { parents, known, disabled, groupOwners } = this;
    return {
      project,
      metadata,
      observedAt: observedAt(metadata, receivedAt),
      known,
      parents,
      disabled,
      groupOwners,
      notes: [...notes, ...this.notes],
    };
  }

  /** Packages of the manifest, models' before others', in order of appearance. */
  private packages(): string[] {
    const ids = [...this.known.keys()];
    const models = ids.filter((id) => resourceTypeOf(id) === 'model');
    return [...new Set([...models, ...ids].map(packageOf))].filter((name) => name !== '');
  }

  private addGroup(key: string, value: unknown): void {
    const group = understand(Group, value);
    if (!group.ok) this.notes.push(note(key, `the group was not understood: ${group.reason}`));
    else this.groupOwners.set(key, group.value.owner);
  }

  /** v1–v3 list nodes; later ones map a unique_id to the nodes that were disabled under it. */
  private addDisabled(key: string, value: unknown): void {
    if (!/^\d+$/.test(key)) this.disabled.add(key);
    else if (value !== null && typeof value === 'object' && 'unique_id' in value)
      this.disabled.add(String(value.unique_id));
  }

  private addParents(child: string, value: unknown): void {
    this.parents ??= new Map();
    if (!Array.isArray(value)) {
      if (value !== null) this.notes.push(note(child, 'its parent_map entry is not a list and was left out'));
      return;
    }
    const ids = value.filter((id): id is string => typeof id === 'string').map((id) => this.known.get(id) ?? id);
    if (ids.length > 0 || value.length === 0) this.parents.set(this.known.get(child) ?? child, [...new Set(ids)]);
  }
}
