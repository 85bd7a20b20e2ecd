import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../../access';
import { hiddenAmong } from '../../catalog';
import { EvaluationService } from '../../governance';
import { limitedReader, withFullSight, withSightOf } from '../../shared/sight';
import type { GateReport, GateViolation } from '../domain/gate';
import { SqlLineageService } from '../sql-lineage/sql-lineage.service';
import { Turnstile } from '../turnstile';
import { rehearse, type GateInput } from './rehearse';

/**
 * Says what merging a document would mean, by a rehearsal in a transaction that is rolled back.
 *
 * Writers of the catalog wait meanwhile, so one is looked at at a time.
 */
@Injectable()
export class GateService {
  private readonly turnstile = new Turnstile(1);

  constructor(
    private readonly db: DataSource,
    private readonly sql: SqlLineageService,
    private readonly evaluations: EvaluationService,
  ) {}

  /** @throws DomainError INVALID for a document that cannot be understood */
  report(input: GateInput, actor: Actor): Promise<GateReport> {
    const reader = limitedReader();
    return withFullSight(() => this.inTurn(input, actor, reader));
  }

  private inTurn(input: GateInput, actor: Actor, reader: string | null): Promise<GateReport> {
    return this.turnstile.pass(async () => {
      const runner = this.db.createQueryRunner();
      await runner.startTransaction();
      try {
        return await rehearse(runner.manager, input, {
          actor: actorKey(actor),
          readSql: (tx, assetIds) => this.sql.readWithin(tx, assetIds),
          evaluate: (tx, assetIds) => this.evaluations.evaluateChanged(tx, assetIds),
          // Whoever may not know of everything is told of the readers they may know of.
          consumers: (tx, read) => (reader === null ? read(tx) : withSightOf(reader, () => read(this.db.manager))),
          visible: (tx, violations) => visibleTo(tx, reader, violations),
        });
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    });
  }
}

/** Of what was found, what the sender may know of: not on a hidden asset, nor through one. */
async function visibleTo(
  tx: EntityManager,
  reader: string | null,
  violations: readonly GateViolation[],
): Promise<readonly GateViolation[]> {
  if (reader === null) return violations;
  const hidden = await hiddenAmong(tx, reader, [
    ...new Set(violations.flatMap(({ asset_id: id, path }) => [id, ...path.map((step) => step.asset_id)])),
  ]);
  const isHidden = ({ asset_id: id }: { readonly asset_id: string }): boolean => hidden.has(id);
  return violations.filter((violation) => !isHidden(violation) && !violation.path.some(isHidden));
}
