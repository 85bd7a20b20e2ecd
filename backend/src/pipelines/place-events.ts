import { canonicalize, type NamespaceRegistry } from '../catalog';
import { DomainError } from '../shared/errors';
import type {
  EventNote,
  Named,
  PipelineEvent,
  SaidControlEdge,
  SaidDataset,
  SaidJob,
  SaidParent,
} from '../shared/pipeline-event';

/** A job or dataset under its canonical name; `key` is unique among its kind. */
export interface Placed<Said extends Named> {
  readonly key: string;
  readonly namespace: string;
  readonly name: string;
  readonly said: Said;
}

/** What waits for what, by jobs under their canonical names. */
export interface PlacedControlEdge extends Pick<SaidControlEdge, 'dependency' | 'triggerRule'> {
  readonly upstream: Placed<Named>;
  readonly downstream: Placed<Named>;
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
  /** Null: nothing is said of it. */
  readonly control: readonly PlacedControlEdge[] | null;
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
 * Brings the names of an event into their canonical form; what else has a name that breaks a rule is left out with a note.
 *
 * @throws DomainError INVALID when the name of its job, or of what a dataset event is about, breaks one.
 */
export function placeEvent(event: PipelineEvent, registry: NamespaceRegistry): PlacedEvent {
  const notes = [...event.notes];
  const tried = <Item>(field: string, place: () => Item): Item | null => {
    try {
      return place();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      notes.push({ field, reason: `${error.message}; left out` });
      return null;
    }
  };
  const datasets = (all: readonly SaidDataset[], field: string): Placed<SaidDataset>[] =>
    all.flatMap(
      (said, index) => tried(`${field}[${index.toString()}]`, () => placeOf(said, 'UNKNOWN', registry)) ?? [],
    );
  const starter = (said: SaidParent | null | undefined, field: string): Placed<SaidParent> | null =>
    said ? tried(field, () => placeOf(said, 'NONE', registry)) : null;
  return {
    event,
    job: event.job === null ? null : placeOf(event.job, 'NONE', registry),
    parent: starter(event.run?.parent, 'run.facets.parent.job'),
    root: starter(event.run?.root, 'run.facets.parent.root.job'),
    inputs: datasets(event.inputs, 'inputs'),
    outputs: datasets(event.outputs, 'outputs'),
    dataset: event.dataset === null ? null : placeOf(event.dataset, 'UNKNOWN', registry),
    control:
      event.control?.flatMap((edge) => tried('jobDependencies', () => placeControl(edge, registry)) ?? []) ?? null,
    notes,
  };
}

function placeControl(
  { upstream, downstream, ...rest }: SaidControlEdge,
  registry: NamespaceRegistry,
): PlacedControlEdge {
  return { ...rest, upstream: placeOf(upstream, 'NONE', registry), downstream: placeOf(downstream, 'NONE', registry) };
}
