import { canonicalize, type NamespaceRegistry } from '../catalog';
import { DomainError } from '../shared/errors';
import type { EventNote, Named, PipelineEvent, SaidDataset, SaidJob, SaidParent } from '../shared/pipeline-event';

/** A job or dataset under its canonical name; `key` is unique among its kind. */
export interface Placed<Said extends Named> {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly said: Said;
}

/** An event whose names are canonical. */
export interface PlacedEvent {
  readonly event: PipelineEvent;
  readonly job: Placed<SaidJob> | null;
  readonly inputs: readonly Placed<SaidDataset>[];
  readonly outputs: readonly Placed<SaidDataset>[];
  readonly dataset: Placed<SaidDataset> | null;
  /** Jobs of the runs that started this one. */
  readonly parent: Placed<SaidParent> | null;
  readonly root: Placed<SaidParent> | null;
  readonly notes: readonly EventNote[];
}

/** A namespace has no line breaks. */
export const placeKey = (namespace: string, name: string): string => `${namespace}\n${name}`;

/** Undoes `placeKey`. */
export function placeOfKey(key: string): { readonly namespace: string; readonly name: string } {
  const at = key.indexOf('\n');
  return { namespace: key.slice(0, at), name: key.slice(at + 1) };
}

/** A job's name is taken to the letter, a dataset's by the rules of its platform. */
export function placeOf<Said extends Named>(
  said: Said,
  quoting: 'NONE' | 'UNKNOWN',
  registry: NamespaceRegistry,
): Placed<Said> {
  const { namespace, name } = canonicalize({ namespace: said.namespace, name: said.name, quoting }, registry);
  return { key: placeKey(namespace, name), namespace, name, said };
}

/**
 * Brings the names of an event into their canonical form; a dataset whose name breaks a rule is left out with a note.
 *
 * @throws DomainError INVALID when the job's name breaks one.
 */
export function placeEvent(event: PipelineEvent, registry: NamespaceRegistry): PlacedEvent {
  const notes = [...event.notes];
  const placed = (all: readonly SaidDataset[], field: string): Placed<SaidDataset>[] =>
    all.flatMap((said, index) => {
      try {
        return [placeOf(said, 'UNKNOWN', registry)];
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        notes.push({ field: `${field}[${index.toString()}]`, reason: `${error.message}; left out` });
        return [];
      }
    });
  const { parent = null, root = null } = event.run ?? {};
  return {
    event,
    job: event.job === null ? null : placeOf(event.job, 'NONE', registry),
    parent: parent === null ? null : placeOf(parent, 'NONE', registry),
    root: root === null ? null : placeOf(root, 'NONE', registry),
    inputs: placed(event.inputs, 'inputs'),
    outputs: placed(event.outputs, 'outputs'),
    dataset: event.dataset === null ? null : placeOf(event.dataset, 'UNKNOWN', registry),
    notes,
  };
}
