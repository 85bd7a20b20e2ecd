import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { QualityRule } from './domain/quality-rule';
import { countFailingRules, readRules } from './store/read-rules';

/** What is checked on assets, and how it went. */
@Injectable()
export class QualityService {
  constructor(private readonly db: EntityManager) {}

  /** Rules with their last result by internal asset id; one query. */
  rules(assetIds: readonly string[]): Promise<ReadonlyMap<string, readonly QualityRule[]>> {
    return readRules(this.db, assetIds);
  }

  /** Rules whose last result is a failure. */
  countFailing(): Promise<number> {
    return countFailingRules(this.db);
  }
}
