import type { Spelling } from '../../../shared/vocabulary';
import type { AssetStatement, EdgeClaim, NoteStatement } from '../../metadata-patch';
import type { ManifestIndex } from './manifest-index';
import { note } from './metadata';
import type { DbtParameters } from './parameters';
import { projectSpelling } from './spelling';
import type { Resource } from './shapes';
import { dbtKey, isAssetId, nameOf, resourceTypeOf } from './unique-id';

/** What every entry of a manifest is read with, and what reading them has come across so far. */
export class ManifestContext {
  private readonly missing = new Map<string, string>();

  constructor(
    readonly index: ManifestIndex,
    readonly parameters: DbtParameters,
  ) {}

  key(uniqueId: string): string {
    return dbtKey(this.index.project, uniqueId);
  }

  /** Of what exists in the project alone. */
  spelling(uniqueId: string): Spelling {
    return projectSpelling(this.index.project, this.parameters.target, uniqueId);
  }

  /**
   * What dbt resolved a resource's parents to: parent_map where it has the resource, else its own depends_on.
   *
   * Without the resource itself and without repeats.
   */
  parentsOf(uniqueId: string, resource: Resource): readonly string[] {
    const mapped = this.index.parents?.get(uniqueId);
    return [...new Set(mapped ?? ownParents(resource))].filter((id) => id !== uniqueId);
  }

  /** Edges from all parents that are assets, and notes for what could not become one. */
  edgesOf(uniqueId: string, resource: Resource): { edges: readonly EdgeClaim[]; notes: readonly NoteStatement[] } {
    const parents = this.parentsOf(uniqueId, resource);
    const notes: NoteStatement[] = [];
    const left = ownParents(resource).filter((id) => isAssetId(id) && !parents.includes(id) && id !== uniqueId);
    if (left.length > 0)
      notes.push(
        note(this.key(uniqueId), `depends_on names parents that parent_map does not: ${list(left)}; left out`),
      );
    const others = parents.filter((id) => !isAssetId(id));
    if (others.length > 0)
      notes.push(note(this.key(uniqueId), `parents that are not assets: ${list(others)}; no edge`));
    const edges = parents.filter(isAssetId).map((id) => ({ upstream: { key: this.key(id) } }));
    for (const id of parents) if (isAssetId(id) && !this.index.known.has(id)) this.missing.set(id, uniqueId);
    return { edges, notes };
  }

  /** Parents that the manifest names without describing them: stubs, each with its reason. To be asked for at the end. */
  stubs(): readonly (AssetStatement | NoteStatement)[] {
    return [...this.missing].flatMap(([id, child]) => this.stub(id, child));
  }

  private stub(id: string, child: string): readonly [AssetStatement, NoteStatement] {
    const why = this.index.disabled.has(id) ? 'is disabled' : 'is not in the manifest';
    const stubReason = `${id} ${why}, but ${child} depends on it`.slice(0, 1000);
    const statement: AssetStatement = {
      kind: 'asset',
      key: this.key(id),
      subject: { spelling: this.spelling(id) },
      stubReason,
      facts: { displayName: nameOf(id), properties: { resourceType: resourceTypeOf(id), uniqueId: id } },
    };
    return [statement, note(statement.key, stubReason)];
  }
}

function ownParents(resource: Resource): readonly string[] {
  return (resource.depends_on.nodes ?? []).filter((id): id is string => id !== null && id !== '');
}

function list(ids: readonly string[]): string {
  const more = ids.length > 5 ? ` and ${String(ids.length - 5)} more` : '';
  return ids.slice(0, 5).join(', ').slice(0, 800) + more;
}
