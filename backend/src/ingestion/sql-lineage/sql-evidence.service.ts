import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { AskedEdge } from '../domain/asked-edge';
import { readAnalyses, readEvidence } from '../store/sql/evidence';
import { evidenceOf, readingOf, type SqlEvidence, type SqlReading } from './sql-evidence';
import { targetOf } from './sql-statement';

/** What was read out of SQL, for those who ask why. */
@Injectable()
export class SqlEvidenceService {
  constructor(private readonly db: EntityManager) {}

  /** How the SQL of the downstream asset makes each column edge, in the order asked; empty where it does not say. */
  async ofEdges(asked: readonly AskedEdge[]): Promise<readonly (readonly SqlEvidence[])[]> {
    const found = await readEvidence(this.db, asked);
    return found.map((sources) => sources.map(evidenceOf));
  }

  /** The analyses of assets by internal id; none for assets without SQL. `assets` has public ids by internal ones. */
  async ofAssets(assets: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, SqlReading>> {
    const found = await readAnalyses(this.db, [...assets.keys()]);
    return new Map(
      [...found].map(([id, { analysis, analyzedAt }]) => {
        const target = targetOf({ publicId: assets.get(id) ?? '' }, analysis);
        return [id, readingOf(analysis, target, analyzedAt)];
      }),
    );
  }
}
