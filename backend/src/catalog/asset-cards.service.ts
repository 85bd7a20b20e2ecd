import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { markLasting } from '../shared/lasting';
import type { Asset } from './domain/asset';
import { weightOf } from './domain/asset-weight';
import { readAssetMap } from './store/read-assets';

/** Of one generation; two are kept. */
const GENERATION_BYTES = 24_000_000;

/**
 * Assets by internal id, remembered between requests: the lineage of a busy catalog shows the same ones again and again.
 *
 * Only as true as its user makes it: who reads from here tells of every change before (`forget`), as the graph in
 * memory does. At most some 50 MB, those not asked for longest go first.
 */
@Injectable()
export class AssetCards {
  private young = new Map<string, Asset>();
  private old = new Map<string, Asset>();
  private weight = 0;
  private oldWeight = 0;
  /** Ids that changed while somebody was reading them; null: all. */
  private readonly reading = new Set<{ stale: Set<string> | null }>();

  constructor(private readonly db: EntityManager) {}

  /** Assets by internal id; ids that are not there are left out. No query when all are remembered, else one. */
  async get(ids: readonly string[]): Promise<Map<string, Asset>> {
    const found = new Map<string, Asset>();
    const missing: string[] = [];
    for (const id of ids) {
      const card = this.young.get(id) ?? this.revive(id);
      if (card) found.set(id, card);
      else missing.push(id);
    }
    if (missing.length > 0) for (const [id, card] of await this.read(missing)) found.set(id, card);
    return found;
  }

  /** Drops assets that have changed, or all. */
  forget(ids: readonly string[] | null): void {
    for (const read of this.reading) {
      if (ids === null) read.stale = null;
      else for (const id of ids) read.stale?.add(id);
    }
    if (ids === null) {
      this.young = new Map();
      this.old = new Map();
      this.weight = this.oldWeight = 0;
    } else {
      for (const id of ids) this.drop(id);
    }
  }

  /** Bytes, roughly. */
  get bytes(): number {
    return this.weight + this.oldWeight;
  }

  private async read(ids: readonly string[]): Promise<Map<string, Asset>> {
    const read = { stale: new Set<string>() as Set<string> | null };
    this.reading.add(read);
    try {
      const cards = await readAssetMap(this.db, ids);
      for (const [id, card] of cards) if (read.stale?.has(id) === false) this.keep(id, markLasting(card));
      return cards;
    } finally {
      this.reading.delete(read);
    }
  }

  private revive(id: string): Asset | undefined {
    const card = this.old.get(id);
    if (card) {
      this.old.delete(id);
      this.oldWeight -= weightOf(card);
      this.keep(id, card);
    }
    return card;
  }

  private keep(id: string, card: Asset): void {
    this.drop(id);
    this.young.set(id, card);
    this.weight += weightOf(card);
    if (this.weight <= GENERATION_BYTES) return;
    this.old = this.young;
    this.oldWeight = this.weight;
    this.young = new Map();
    this.weight = 0;
  }

  private drop(id: string): void {
    const young = this.young.get(id);
    if (young) this.weight -= weightOf(young);
    this.young.delete(id);
    const old = this.old.get(id);
    if (old) this.oldWeight -= weightOf(old);
    this.old.delete(id);
  }
}
