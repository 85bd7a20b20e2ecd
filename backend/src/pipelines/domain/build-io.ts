import type { Named } from '../../shared/pipeline-event';
import type { SaidColumnEdge } from './facet-reader';
import type { IoColumnEdge, IoEdge, JobIo, Place } from './job-io';
import type { SeenIo } from './run-io';

/** What is needed to spell out what was seen. */
export interface IoSources {
  /** Canonical name of a dataset by id. */
  readonly placeOf: (id: string) => Place;
  /** What an output's `columnLineage` facet says; empty without one. */
  readonly columnEdgesOf: (output: string) => readonly SaidColumnEdge[];
  /** Canonical name of what a facet names; null when it breaks a rule. */
  readonly canonical: (said: Named) => Place | null;
}

/** Numbers places, each once. */
class PlaceList {
  readonly places: Place[] = [];
  private readonly numbers = new Map<string, number>();

  number(place: Place): number {
    const key = place.join('\n');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.places.length);
    this.places.push(place);
    return this.places.length - 1;
  }
}

interface Out {
  readonly number: number;
  readonly columnEdges: readonly IoColumnEdge[];
}

/**
 * Spells out what was seen: everything read went into everything written. Where there are several outputs, those whose
 * columns are known get only what their columns come from.
 */
export function buildIo(seen: SeenIo, sources: IoSources): JobIo {
  const list = new PlaceList();
  const inputs = seen.inputs.map((id) => list.number(sources.placeOf(id)));
  const outs = seen.outputs.map((id): Out => {
    const number = list.number(sources.placeOf(id));
    return { number, columnEdges: columnEdgesInto(number, sources.columnEdgesOf(id), list, sources) };
  });
  return {
    inputs,
    outputs: outs.map(({ number }) => number),
    edges: outs.flatMap((out) => edgesInto(out, inputs, outs.length > 1)),
    columnEdges: outs.flatMap(({ columnEdges }) => columnEdges),
    places: list.places,
  };
}

function edgesInto({ number, columnEdges }: Out, inputs: readonly number[], hasSiblings: boolean): IoEdge[] {
  const sources = new Set(columnEdges.map(({ from }) => from));
  const isKnown = hasSiblings && inputs.some((input) => sources.has(input));
  const feeding = isKnown ? inputs.filter((input) => sources.has(input)) : inputs;
  return feeding.filter((input) => input !== number).map((input): IoEdge => [input, number]);
}

function columnEdgesInto(
  to: number,
  said: readonly SaidColumnEdge[],
  list: PlaceList,
  sources: IoSources,
): IoColumnEdge[] {
  return said.flatMap(({ from, ...edge }) => {
    const place = sources.canonical(from);
    return place === null ? [] : [{ ...edge, from: list.number(place), to }];
  });
}
