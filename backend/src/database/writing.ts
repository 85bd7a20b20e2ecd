import type { EntityManager } from 'typeorm';
import { withFullSight } from '../shared/sight';

/** A transaction that may write, whoever asked. */
export function writing<Result>(db: EntityManager, work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
  return withFullSight(() => db.transaction(work));
}
