import type { DocumentFacts, FactField } from './document-facts';
import { ValueTable } from './value-table';

/** Bytes of a trait and its values in memory, roughly. */
const TRAIT_BYTES = 1_000;
/** Traits that are few whatever they are of. */
const MANY = 10_000;

/** The numbers of one trait's values, by field. */
export type Trait = Readonly<Record<FactField, number>>;

/**
 * The facts of all documents, by the internal ids of their assets, which are dense.
 *
 * Documents with the same facts have the same trait, of which there are hundreds or thousands where documents are
 * hundreds of thousands: a filter looks at traits, and a document is one number.
 */
export class FactsTable {
  readonly values: { readonly [Field in FactField]: ValueTable<DocumentFacts[Field]> } = {
    type: new ValueTable(),
    platform: new ValueTable(),
    namespace: new ValueTable(),
    layer: new ValueTable(),
    owner: new ValueTable(),
    classification: new ValueTable(),
    tags: new ValueTable(),
    sources: new ValueTable(),
    ofAsset: new ValueTable(),
  };
  readonly traits = new ValueTable<Trait>();
  /** Documents of each trait. */
  readonly counts: number[] = [];
  /** Trait + 1 of each document; 0: there is none. */
  private numbers = new Uint32Array(1_024);

  /** Says what the document of an asset is like now; null: there is none. */
  set(assetId: number, facts: DocumentFacts | null): void {
    this.count(this.numbers[assetId] ?? 0, -1);
    if (assetId >= this.numbers.length) this.grow(assetId);
    this.numbers[assetId] = facts === null ? 0 : this.traitOf(facts) + 1;
    this.count(this.numbers[assetId] ?? 0, 1);
  }

  /** How many of some documents have each trait. */
  countAmong(assetIds: readonly number[]): number[] {
    const counts = this.traits.values.map(() => 0);
    for (const id of assetIds) {
      const trait = (this.numbers[id] ?? 0) - 1;
      if (trait >= 0) counts[trait] = (counts[trait] ?? 0) + 1;
    }
    return counts;
  }

  /** Whether most traits are of documents that changed since. */
  get isUntidy(): boolean {
    return this.counts.length > MANY && this.counts.filter((count) => count > 0).length < this.counts.length / 4;
  }

  get bytes(): number {
    return this.numbers.byteLength + this.counts.length * TRAIT_BYTES;
  }

  private count(number: number, change: number): void {
    if (number > 0) this.counts[number - 1] = (this.counts[number - 1] ?? 0) + change;
  }

  private traitOf(facts: DocumentFacts): number {
    const { values } = this;
    return this.traits.numberOf({
      type: values.type.numberOf(facts.type),
      platform: values.platform.numberOf(facts.platform),
      namespace: values.namespace.numberOf(facts.namespace),
      layer: values.layer.numberOf(facts.layer),
      owner: values.owner.numberOf(facts.owner),
      classification: values.classification.numberOf(facts.classification),
      tags: values.tags.numberOf(facts.tags),
      sources: values.sources.numberOf(facts.sources),
      ofAsset: values.ofAsset.numberOf(facts.ofAsset),
    });
  }

  private grow(assetId: number): void {
    const larger = new Uint32Array(Math.ceil((assetId + 1) * 1.25));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
