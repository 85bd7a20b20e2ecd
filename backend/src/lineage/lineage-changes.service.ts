import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../catalog';
import { invalid } from '../shared/errors';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkMoment } from '../shared/moment';
import { checkFirst } from '../shared/paging';
import { checkIds } from './domain/limits';
import type { ChangesQuestion, LineageChangesPage } from './lineage-changes';
import { readLineageChanges } from './store/read-lineage-changes';

const BEGINNING = new Date(0);

/** Says when the lineage of assets changed. */
@Injectable()
export class LineageChangesService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * The moments at which edges into or out of some assets, or their columns, changed, latest first; unknown ids are
   * left out.
   *
   * @throws DomainError INVALID for more than 1,000 ids, moments in the wrong order or out of range, and bad pages.
   */
  async list(assetIds: readonly string[], question: ChangesQuestion): Promise<LineageChangesPage> {
    checkIds(assetIds);
    checkMoment('from', question.from);
    checkMoment('to', question.to);
    const first = checkFirst(question.first);
    const [from, to] = [question.from ?? BEGINNING, question.to ?? new Date()];
    if (from >= to) throw invalid(`from: ${from.toISOString()} is not before ${to.toISOString()}`);
    const before = positionOf(question.after);
    const ids = [...new Set((await this.catalog.resolveIds(assetIds)).values())];
    const read = await readLineageChanges(this.db, ids, { from, to, before }, first + 1);
    const nodes = read.moments.slice(0, first);
    const last = nodes.at(-1);
    return {
      total: read.total,
      nodes,
      endCursor: read.moments.length > first && last ? encodeKeyset([last.at.getTime()]) : null,
      complete: !read.isCapped,
    };
  }
}

function positionOf(cursor: string | null): Date | null {
  const position = decodeKeyset(cursor, ['number']);
  if (!position) return null;
  const before = new Date(Number(position[0]));
  checkMoment('after', before);
  return before;
}
