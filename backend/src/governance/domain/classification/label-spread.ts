import { DROP, KEEP, MEASURE, type LabelEdges } from './label-edges';
import { MAX_HOPS } from './limits';

/** A category, or a level above what categories ask for; and what is left of it behind a hash and behind a redaction. */
export interface Atom {
  readonly id: number;
  readonly category: string;
  readonly pseudonymisedId: number | null;
  readonly droppedId: number | null;
}

/** What somebody says of a column. */
export interface SaidLabel {
  readonly columnId: number;
  readonly atomId: number;
}

/** What stewards have decided about ways. */
export interface Barriers {
  /** Columns that nothing enters: a steward's word stands for them. */
  readonly exact: ReadonlySet<number>;
  /** Categories that may not pass, by upstream and downstream column; all when the list is empty. */
  readonly blocks: ReadonlyMap<number, ReadonlyMap<number, readonly string[]>>;
}

/**
 * Carries labels breadth-first along edges: each column gets each atom once, by its shortest way; of ways of the same
 * length the one from the lowest column, then atom, counts.
 *
 * Labels are kept as arrays in the order of their hops; those of 0 hops are what is said. One hop more than counts is
 * found, so that what is cut off there can be told. Cost: every edge out of a reached column once per atom.
 */
export class LabelSpread {
  readonly columns: number[] = [];
  /** Places in `atoms`. */
  readonly carried: number[] = [];
  readonly hops: number[] = [];
  readonly origins: number[] = [];
  readonly vias: number[] = [];
  readonly viaAtoms: number[] = [];
  private readonly places = new Map<number, number>();
  private readonly atomPlaces: ReadonlyMap<number, number>;
  /** By effect, then atom: the atom that is left, as a place; undefined: nothing. */
  private readonly left: readonly (readonly (number | undefined)[])[];
  private levelStart = 0;

  constructor(
    readonly atoms: readonly Atom[],
    said: readonly SaidLabel[],
    private readonly edges: LabelEdges,
    private readonly personalGroups: ReadonlySet<number>,
    private readonly barriers: Barriers,
  ) {
    this.atomPlaces = new Map(atoms.map(({ id }, place) => [id, place]));
    const placeOf = (id: number | null): number | undefined => (id === null ? undefined : this.atomPlaces.get(id));
    this.left = [
      [],
      atoms.map(({ id }) => placeOf(id)),
      atoms.map(({ pseudonymisedId }) => placeOf(pseudonymisedId)),
      atoms.map(({ droppedId }) => placeOf(droppedId)),
    ];
    for (const { columnId, atomId } of said) this.say(columnId, placeOf(atomId));
  }

  /** Columns of the level that comes next whose edges are not here yet. */
  missingColumns(): number[] {
    const missing: number[] = [];
    for (let place = this.levelStart; place < this.columns.length; place++) {
      const column = at(this.columns, place);
      if (this.edges.isExpected(column)) continue;
      this.edges.expect(column);
      missing.push(column);
    }
    return missing;
  }

  /** Carries the last level one hop further; false when there is nothing to carry, or it is far enough. */
  advance(): boolean {
    const end = this.columns.length;
    if (this.levelStart === end || (this.hops[this.levelStart] ?? 0) > MAX_HOPS) return false;
    for (let place = this.levelStart; place < end; place++) this.carry(place);
    this.levelStart = end;
    return this.columns.length > end;
  }

  /** Where a column's label is; undefined when it does not have it. */
  find(columnId: number, atomId: number): number | undefined {
    const atom = this.atomPlaces.get(atomId);
    return atom === undefined ? undefined : this.places.get(this.keyOf(columnId, atom));
  }

  /** Columns that carry something personal. */
  personalColumns(): Set<number> {
    const isPersonal = this.atoms.map(({ category }) => category === 'PII' || category === 'PHI');
    const found = new Set<number>();
    for (let place = 0; place < this.columns.length; place++) {
      if (isPersonal[at(this.carried, place)] && at(this.hops, place) <= MAX_HOPS) found.add(at(this.columns, place));
    }
    return found;
  }

  private say(column: number, atom: number | undefined): void {
    if (atom === undefined || this.places.has(this.keyOf(column, atom))) return;
    this.append(column, atom, 0, column, column, atom);
  }

  private carry(place: number): void {
    const { edges } = this;
    const column = at(this.columns, place);
    const atom = at(this.carried, place);
    for (let edge = edges.firstOf(column); edge >= 0; edge = edges.nextOf(edge)) {
      const left = this.left[this.effectOf(edge)]?.[atom];
      if (left !== undefined) this.arrive(place, at(edges.downstream, edge), left);
    }
  }

  private effectOf(edge: number): number {
    const effect = at(this.edges.effect, edge);
    if (effect !== MEASURE) return effect;
    return this.personalGroups.has(at(this.edges.group, edge)) ? KEEP : DROP;
  }

  private arrive(from: number, column: number, atom: number): void {
    const [via, viaAtom, origin] = [at(this.columns, from), at(this.carried, from), at(this.origins, from)];
    const hops = at(this.hops, from) + 1;
    const known = this.places.get(this.keyOf(column, atom));
    if (known !== undefined && !this.isBetter(known, hops, via, viaAtom)) return;
    if (this.isBarred(via, column, viaAtom)) return;
    if (known === undefined) this.append(column, atom, hops, origin, via, viaAtom);
    else this.replace(known, origin, via, viaAtom);
  }

  /** Whether a way to a label that is known is as short and comes from a lower column or atom. */
  private isBetter(known: number, hops: number, via: number, viaAtom: number): boolean {
    if (at(this.hops, known) !== hops) return false;
    const before = at(this.vias, known);
    if (via !== before) return via < before;
    return this.idOf(viaAtom) < this.idOf(at(this.viaAtoms, known));
  }

  private isBarred(upstream: number, downstream: number, atom: number): boolean {
    if (this.barriers.exact.has(downstream)) return true;
    const categories = this.barriers.blocks.get(upstream)?.get(downstream);
    if (categories === undefined) return false;
    return categories.length === 0 || categories.includes(this.atoms[atom]?.category ?? '');
  }

  private append(column: number, atom: number, hops: number, origin: number, via: number, viaAtom: number): void {
    this.places.set(this.keyOf(column, atom), this.columns.length);
    this.columns.push(column);
    this.carried.push(atom);
    this.hops.push(hops);
    this.origins.push(origin);
    this.vias.push(via);
    this.viaAtoms.push(viaAtom);
  }

  private replace(place: number, origin: number, via: number, viaAtom: number): void {
    this.origins[place] = origin;
    this.vias[place] = via;
    this.viaAtoms[place] = viaAtom;
  }

  /** The atom at a place, as the database numbers it. */
  idOf(atom: number): number {
    return this.atoms[atom]?.id ?? 0;
  }

  private keyOf(column: number, atom: number): number {
    return column * this.atoms.length + atom;
  }
}

const at = (numbers: readonly number[], place: number): number => numbers[place] ?? 0;
