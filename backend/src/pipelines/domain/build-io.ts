import type { Named } from '../../shared/pipeline-event';
import type { EdgeKind } from '../../shared/vocabulary';
import type { SaidColumnLineage, SaidColumnEdge, SaidEnd, SaidTarget } from './facet-reader';
import type { IoColumnEdge, IoEdge, JobIo, Place } from './job-io';
import type { SeenIo } from './run-io';

/** What is needed to spell out what was seen. */
export interface IoSources {
  /** The job itself. */
  readonly own: Place;
  /** Canonical name of a dataset by id. */
  readonly placeOf: (id: string) => Place;
  /** What an output's `columnLineage` facet says; null without one. */
  readonly columnLineageOf: (output: string) => SaidColumnLineage | null;
  /** What an output's own `lineage` facet says goes into it; null without one. */
  readonly lineageOf: (output: string) => readonly SaidTarget[] | null;
  /** What the job's `lineage` facet says; null without one. */
  readonly jobLineage: readonly SaidTarget[] | null;
  /** Canonical name of what a facet names; null when it breaks a rule. */
  readonly canonical: (said: Named, kind: SaidEnd['kind']) => Place | null;
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

/**
 * Spells out what was seen. What a `lineage` facet says goes before everything else: the job's for all that it wrote, a
 * dataset's for that one. Else everything read went into everything written; where there are several outputs, those whose
 * columns are known get only what their columns come from.
 */
export function buildIo(seen: SeenIo, sources: IoSources): JobIo {
  return new IoBuilder(seen, sources).build();
}

const NOTHING_SAID: SaidColumnLineage = { columns: [], whole: [] };

class IoBuilder {
  private readonly list = new PlaceList();
  private readonly edges = new Map<string, IoEdge>();
  private readonly columnEdges: IoColumnEdge[] = [];
  private readonly inputs: readonly number[];

  constructor(
    private readonly seen: SeenIo,
    private readonly sources: IoSources,
  ) {
    this.inputs = seen.inputs.map((id) => this.list.number(sources.placeOf(id)));
  }

  build(): JobIo {
    const outputs = this.seen.outputs.map((id) => this.list.number(this.sources.placeOf(id)));
    const { jobLineage } = this.sources;
    for (const target of jobLineage ?? []) this.follow(target, null);
    this.seen.outputs.forEach((id, index) => {
      const own = outputs[index] ?? 0;
      const lineage = this.sources.lineageOf(id);
      for (const target of lineage ?? []) this.follow(target, own);
      if (jobLineage === null && lineage === null) this.spread(id, own);
    });
    const { places } = this.list;
    return { inputs: this.inputs, outputs, edges: [...this.edges.values()], columnEdges: this.columnEdges, places };
  }

  /** What one target says goes into it. `own`: the dataset that says it; null: the job does. */
  private follow({ target, inputs, columns }: SaidTarget, own: number | null): void {
    const to = this.end(target, own);
    if (to === null) return;
    for (const { from, kind } of inputs) {
      const source = this.end(from, own);
      if (source !== null) this.edge(source, to, kind);
    }
    this.addColumns(to, columns);
  }

  private end({ kind, place }: SaidEnd, own: number | null): number | null {
    if (place === null) return kind === 'DATASET' && own !== null ? own : this.list.number(this.sources.own);
    const canonical = this.sources.canonical(place, kind);
    return canonical === null ? null : this.list.number(canonical);
  }

  /** Everything read goes into the output, as far as its columns do not know better. */
  private spread(id: string, to: number): void {
    const said = this.sources.columnLineageOf(id) ?? NOTHING_SAID;
    const columns = this.addColumns(to, said.columns);
    const kinds = this.kindsOf(columns, said.whole);
    const isKnown = this.seen.outputs.length > 1 && columns.some(({ from }) => this.inputs.includes(from));
    const feeding = isKnown ? this.inputs.filter((input) => kinds.has(input)) : this.inputs;
    for (const input of feeding) this.edge(input, to, kinds.get(input) ?? 'DIRECT');
  }

  /** Direct where any column says so, indirect where none does. */
  private kindsOf(columns: readonly IoColumnEdge[], whole: readonly Named[]): ReadonlyMap<number, EdgeKind> {
    const kinds = new Map<number, EdgeKind>();
    for (const named of whole) {
      const place = this.sources.canonical(named, 'DATASET');
      if (place !== null) kinds.set(this.list.number(place), 'INDIRECT');
    }
    const ways = columns.toSorted((one, other) => Number(one.kind === 'DIRECT') - Number(other.kind === 'DIRECT'));
    for (const { from, kind } of ways) kinds.set(from, kind);
    return kinds;
  }

  private addColumns(to: number, said: readonly SaidColumnEdge[]): readonly IoColumnEdge[] {
    const edges = said.flatMap(({ from, ...edge }) => {
      const place = this.sources.canonical(from, 'DATASET');
      return place === null ? [] : [{ ...edge, from: this.list.number(place), to }];
    });
    this.columnEdges.push(...edges);
    return edges;
  }

  /** Of several between the same two, a direct one. */
  private edge(from: number, to: number, kind: EdgeKind): void {
    const key = `${from.toString()} ${to.toString()}`;
    if (from === to || this.edges.get(key)?.length === 2) return;
    this.edges.set(key, kind === 'DIRECT' ? [from, to] : [from, to, kind]);
  }
}
