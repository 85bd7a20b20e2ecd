import { Injectable, Logger } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { allowLongStatements } from '../database';
import { limitedReader } from '../shared/sight';
import { countFacts } from './domain/facets/count-facts';
import { FactsTable } from './domain/facets/facts-table';
import type { SearchSelection } from './domain/search-selection';
import { readDocumentFacts, readDocumentsWithWords } from './store/read-document-facts';
import type { CountedFacets, DocumentSearch } from './store/search-documents';

/** Who reads the changes of the catalog for others: the graph in memory. */
export interface ChangeFollower {
  /** Up to which moment everything it tells of has been told; null: nothing can be said. */
  snapshot(): string | null;
  /** Whether everything committed before the call has been told; false when that takes too long. */
  hasCaughtUp(): Promise<boolean>;
}

/**
 * Counts facets from what filters ask of each document, kept in memory: four bytes a document beside what is alike.
 *
 * Only as true as its follower makes it, who tells of every change (`read`); before a count the database says whether
 * something was not told yet. Postgres finds the words; when this cannot count, it counts too.
 */
@Injectable()
export class FacetCounter {
  private readonly log = new Logger(FacetCounter.name);
  private table: FactsTable | null = null;
  private loading = Promise.resolve();
  private isLoading = false;
  /** What changed while all was being read; null: all may have. */
  private missed: string[] | null = [];
  private follower: ChangeFollower | null = null;

  constructor(private readonly db: EntityManager) {}

  follow(follower: ChangeFollower): void {
    this.follower = follower;
  }

  /**
   * Reads the facts of the documents of some assets (null: of all) as they are now.
   *
   * All are read beside whoever called, who has more to do than wait for it; until then the database counts.
   */
  async read(assetIds: readonly string[] | null): Promise<void> {
    if (this.isLoading) this.note(assetIds);
    else if (assetIds === null || this.table === null || this.table.isUntidy) this.load();
    else if (assetIds.length > 0) await this.readAgain(this.table, assetIds);
  }

  /** Resolves when nothing is being read as a whole. */
  async settled(): Promise<void> {
    await this.loading;
  }

  /** Facets and hits as `countFacets` gives them; null when the database must count. Who may not know of everything asks it. */
  async count(search: DocumentSearch, most: number): Promise<CountedFacets | null> {
    const snapshot = limitedReader() === null ? this.follower?.snapshot() : null;
    if (typeof snapshot !== 'string') return null;
    const room = roomFor(search.selection, most);
    const { assetIds, isBehind } = await readDocumentsWithWords(this.db, search, room, snapshot);
    const isCurrent = !isBehind || (await this.follower?.hasCaughtUp()) === true;
    return isCurrent && this.table ? countIn(this.table, assetIds, search, room, most) : null;
  }

  /** In memory, roughly. */
  get bytes(): number {
    return this.table?.bytes ?? 0;
  }

  private load(): void {
    this.table = null;
    this.missed = [];
    this.isLoading = true;
    this.loading = this.readAll().catch((error: unknown) => {
      this.isLoading = false;
      this.log.warn({ error }, 'The facts of documents cannot be read; the database counts');
    });
  }

  private async readAll(): Promise<void> {
    const table = new FactsTable();
    const rows = await this.db.transaction(async (tx) => {
      await allowLongStatements(tx);
      return readDocumentFacts(tx, null);
    });
    for (const [facts, ids] of rows) for (const id of ids) table.set(id, facts);
    for (let missed = this.takeMissed(); missed?.length !== 0; missed = this.takeMissed()) {
      if (missed === null) return this.readAll();
      await this.readAgain(table, missed);
    }
    this.table = table;
    this.isLoading = false;
  }

  private note(assetIds: readonly string[] | null): void {
    this.missed = assetIds === null ? null : (this.missed?.concat(assetIds) ?? null);
  }

  private takeMissed(): string[] | null {
    const { missed } = this;
    this.missed = [];
    return missed;
  }

  private async readAgain(table: FactsTable, assetIds: readonly string[]): Promise<void> {
    const gone = new Set(assetIds.map(Number));
    for (const [facts, ids] of await readDocumentFacts(this.db, assetIds)) {
      for (const id of ids) {
        gone.delete(id);
        table.set(id, facts);
      }
    }
    for (const id of gone) table.set(id, null);
  }
}

function countIn(
  table: FactsTable,
  assetIds: readonly number[],
  { query, text, selection }: DocumentSearch,
  room: number,
  most: number,
): CountedFacets {
  const counts = query === '' && text === '' ? table.counts : table.countAmong(assetIds);
  const { hits, facets } = countFacts(table, counts, selection, most);
  return { facets, hits: assetIds.length < room || hits > most ? hits : null };
}

/** Documents with the words that are looked at, as many as the database would, or more: filters are compared afterwards. */
function roomFor({ documentTerms, assetTerms, ...lists }: SearchSelection, most: number): number {
  if (documentTerms !== null || assetTerms !== null) return 20 * (most + 1);
  return Object.values(lists).some((list) => list !== null) ? 4 * (most + 1) : most + 1;
}
