import { hash } from 'node:crypto';
import type { Facet, Facets } from '../shared/pipeline-event';
import type { Registers } from './domain/register';

/** Digests remembered as stored by one process. */
const MOST_KNOWN = 50_000;

/** Contents of facets by their digest, so that what is said a thousand times is stored once. */
export class FacetBook {
  private readonly values = new Map<string, Facet>();
  private readonly digests = new WeakMap<Facet, string>();

  /** `known`: digests that are in the database already; shared by all books of a process. */
  constructor(private readonly known: Set<string>) {}

  /** The facets as registers of their digests, all said at one moment. */
  registersOf(facets: Facets, at: number, eventHash: string): Registers<string> {
    const entries = Object.entries(facets).map(
      ([name, facet]) => [name, [at, eventHash, this.digestOf(facet)]] as const,
    );
    return Object.fromEntries(entries);
  }

  digestOf(facet: Facet): string {
    const noted = this.digests.get(facet);
    if (noted !== undefined) return noted;
    const digest = hash('sha1', JSON.stringify(facet), 'hex').slice(0, 32);
    this.digests.set(facet, digest);
    this.values.set(digest, facet);
    return digest;
  }

  get(digest: string): Facet | undefined {
    return this.values.get(digest);
  }

  /** Contents of the named facets, as far as the book has them and nobody has taken them back (`_deleted`). */
  contentsOf(registers: Registers<string>, names: readonly string[] = Object.keys(registers)): Facets {
    const entries = names.flatMap((name) => {
      const facet = this.values.get(registers[name]?.[2] ?? '');
      return facet === undefined || facet['_deleted'] === true ? [] : [[name, facet] as const];
    });
    return Object.fromEntries(entries);
  }

  /** Takes in contents read from the database. */
  add(digest: string, facet: Facet): void {
    this.values.set(digest, facet);
  }

  /** What may not be stored yet. */
  unstored(): readonly (readonly [digest: string, facet: Facet])[] {
    return [...this.values].filter(([digest]) => !this.known.has(digest));
  }

  /** Call when the transaction that stored them has committed. */
  noteStored(): void {
    if (this.known.size + this.values.size > MOST_KNOWN) this.known.clear();
    for (const digest of this.values.keys()) this.known.add(digest);
  }
}
