import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

import { auditSealedAt } from '../access';
import { canonicalNamespace, loadNamespaceRegistry } from '../catalog';
import { DomainError } from '../shared/errors';
import { withFullSight } from '../shared/sight';
import type { ExportFilter, ExportKind } from './domain/export';
import { exportLines } from './store/export-rows';
import { writeGateSnapshot } from './store/gate/gate-snapshot';

/** Each holds a connection for as long as its reader takes. */
const MOST_AT_ONCE = 3;

/** Streams the whole catalog, or a part of it, to programs. */
@Injectable()
export class ExportService {
  private running = 0;

  constructor(private readonly db: EntityManager) {}

  /** The filter in the catalog's words: any spelling of a namespace becomes the canonical one. */
  async readFilter(source: string | null, namespace: string | null): Promise<ExportFilter> {
    if (namespace === null) return { source, namespace: null };
    const registry = await loadNamespaceRegistry(this.db);
    return { source, namespace: canonicalNamespace(namespace, registry).namespace };
  }

  /**
   * Lines in batches, all of one moment; the last line says `{"complete":true,"count":n}` and comes only when all is told.
   *
   * @throws DomainError UNAVAILABLE when three exports run already.
   */
  async *lines(kind: ExportKind, filter: ExportFilter, signal: AbortSignal): AsyncGenerator<string, void> {
    yield* this.oneOfFew(async function* (db) {
      let count = 0;
      for await (const lines of exportLines(db, kind, filter, signal)) {
        count += lines.length;
        yield `${lines.join('\n')}\n`;
      }
      yield `${JSON.stringify({ complete: true, count })}\n`;
    });
  }

  /**
   * What a gate needs of the catalog, as far as the caller sees it: see `writeGateSnapshot`; the last line says
   * `{"complete":true}`.
   *
   * @throws DomainError UNAVAILABLE when three exports run already.
   */
  async *gateSnapshot(signal: AbortSignal): AsyncGenerator<string | Buffer, void> {
    yield* this.oneOfFew(async function* (db) {
      yield* writeGateSnapshot(db, await withFullSight(() => auditSealedAt(db)), signal);
      yield `${JSON.stringify({ complete: true })}\n`;
    });
  }

  private async *oneOfFew<Piece>(
    read: (db: EntityManager) => AsyncGenerator<Piece, void>,
  ): AsyncGenerator<Piece, void> {
    if (this.running >= MOST_AT_ONCE) throw busy();
    this.running++;
    try {
      yield* read(this.db);
    } finally {
      this.running--;
    }
  }
}

function busy(): DomainError {
  return new DomainError('UNAVAILABLE', `${String(MOST_AT_ONCE)} exports are running already; try again later`);
}
