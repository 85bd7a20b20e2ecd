import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../../access';
import { hiddenAmong } from '../../catalog';
import { allowLongStatements } from '../../database';
import { EvaluationService, propagate } from '../../governance';
import { invalid } from '../../shared/errors';
import { limitedReader, withFullSight, withSightOf } from '../../shared/sight';
import type { Connector } from '../connectors/connector';
import { compareGate, countsOf, findingsOf, questionsOf } from '../domain/compare-gate';
import type { GateConsumer, GateReport, GateViolation } from '../domain/gate';
import { readDelivery } from '../reading/read-delivery';
import type { StoredPart } from '../reading/stored-parts';
import { SqlLineageService } from '../sql-lineage/sql-lineage.service';
import {
  readConsumers,
  readGateAssets,
  readGateViolations,
  readTouched,
  type GateSource,
} from '../store/gate/read-gate';
import { Turnstile } from '../turnstile';
import { applyPatch } from '../upsert';

/** A document to be looked at. */
export interface GateInput {
  readonly connector: Connector;
  readonly parts: ReadonlyMap<string, StoredPart>;
  readonly parameters: Readonly<Record<string, string>>;
}

const MOST_FINDINGS = 1_000;

/**
 * Says what merging a document would mean: by doing all that ingesting it would do (upsert, SQL, propagation, policies)
 * in a transaction that is rolled back. So its answer is what would come, and nothing stays of it.
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
        return await this.rehearse(runner.manager, input, actor, reader);
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    });
  }

  private async rehearse(
    tx: EntityManager,
    input: GateInput,
    actor: Actor,
    reader: string | null,
  ): Promise<GateReport> {
    const started = performance.now();
    await allowLongStatements(tx);
    const source = await this.apply(tx, input, actor);
    await this.sql.readWithin(tx, await readTouched(tx));
    await propagate(tx, await readTouched(tx));
    const touched = await readTouched(tx);
    await this.evaluations.evaluateChanged(tx, touched);
    const violations = await visibleTo(tx, reader, await readGateViolations(tx));
    const after = await readGateAssets(tx, touched, source);
    // Another connection does not see the rehearsal: there, everything is as it was.
    const before = await readGateAssets(this.db.manager, touched, source);
    const changes = compareGate(before, after);
    const { columnIds, assetIds } = questionsOf(changes);
    const readAll = (): Promise<GateConsumer[]> => readConsumers(this.db.manager, columnIds, assetIds, source);
    const consumers = await (reader === null ? readAll() : withSightOf(reader, readAll));
    const findings = findingsOf(changes, violations, consumers);
    const count = (level: string): number => findings.filter((finding) => finding.level === level).length;
    const resolved = violations.filter(({ status }) => status === 'RESOLVED').length;
    return {
      passed: count('error') === 0,
      project: source.name,
      counts: countsOf(changes, resolved),
      ...{ errors: count('error'), warnings: count('warning'), notes: count('note') },
      findings: findings.slice(0, MOST_FINDINGS),
      omitted: Math.max(0, findings.length - MOST_FINDINGS),
      durationMs: performance.now() - started,
    };
  }

  private async apply(
    tx: EntityManager,
    { connector, parts, parameters }: GateInput,
    actor: Actor,
  ): Promise<GateSource> {
    const now = new Date();
    const context = { deliveryId: null, actor: actorKey(actor), allowLargeClose: true };
    let source: GateSource | null = null;
    for await (const patch of readDelivery(connector, { parts, parameters, receivedAt: now })) {
      source ??= patch.source;
      await applyPatch(tx, { ...patch, observedAt: now }, context);
    }
    if (source === null) throw invalid('Nothing to look at: the manifest says nothing');
    return source;
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
