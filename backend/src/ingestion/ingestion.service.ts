import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { recordAudit } from '../access';
import { EffectRunner } from '../catalog';
import { DomainError, invalid } from '../shared/errors';
import { CONNECTORS } from './connectors';
import type { Connector } from './connectors/connector';
import {
  MAX_ATTEMPTS,
  retryDelaySeconds,
  sumCounts,
  unchangedReport,
  type DeliveryError,
  type IngestionReport,
} from './domain/delivery';
import {
  claimDelivery,
  failDelivery,
  finishDelivery,
  holdDelivery,
  lastOfKind,
  type HeldDelivery,
} from './store/attempts';
import { readDelivery } from './reading/read-delivery';
import { storedParts } from './reading/stored-parts';
import { forgetBytes } from './store/inbox';
import { Turnstile } from './turnstile';
import { applyPatch, type PatchOutcome } from './upsert';

/** Deliveries worked on at once by one backend: memory and connections stay bounded. */
const WIDTH = 2;
/** A delivery that takes longer than this has effects wait, and says so again as often. */
const HOLD_MS = 400;

/** Understands deliveries: parse, map, upsert and report, each delivery in one transaction. */
@Injectable()
export class IngestionService {
  private readonly log = new Logger(IngestionService.name);
  private readonly turnstile = new Turnstile(WIDTH);
  private readonly inHand = new Map<string, Promise<void>>();

  constructor(
    private readonly db: DataSource,
    private readonly effects: EffectRunner,
  ) {}

  /**
   * Makes one attempt at a pending delivery; safe to call from any number of places at once.
   *
   * A document that breaks a rule is dead-lettered with the reason; a failure of ours is tried again later. Who asks
   * while this backend is at it waits for the same attempt.
   */
  process(deliveryId: string): Promise<void> {
    const running = this.inHand.get(deliveryId);
    if (running !== undefined) return running;
    const attempt = this.turnstile.pass(() => this.attempt(deliveryId)).finally(() => this.inHand.delete(deliveryId));
    this.inHand.set(deliveryId, attempt);
    return attempt;
  }

  private async attempt(deliveryId: string): Promise<void> {
    const attempts = await claimDelivery(this.db.manager, deliveryId);
    if (attempts === null) return;
    if (attempts > MAX_ATTEMPTS) {
      const message = `Given up after ${String(MAX_ATTEMPTS)} attempts that ended with the service`;
      await failDelivery(this.db.manager, deliveryId, { code: 'INTERNAL', message }, null);
      return;
    }
    const hold = setInterval(() => this.effects.holdBack(), HOLD_MS);
    try {
      await this.db.transaction((tx) => this.understand(tx, deliveryId));
    } catch (error) {
      await this.recordFailure(deliveryId, attempts, error);
    } finally {
      clearInterval(hold);
    }
  }

  private async understand(tx: EntityManager, deliveryId: string): Promise<void> {
    const started = performance.now();
    const delivery = await holdDelivery(tx, deliveryId);
    if (delivery === null) return;
    const last = await lastOfKind(tx, deliveryId);
    if (last?.contentHash === delivery.contentHash) {
      await forgetBytes(tx, deliveryId);
      const report = unchangedReport(last.report, performance.now() - started);
      await finishDelivery(tx, deliveryId, 'DEDUPLICATED', report);
      return;
    }
    const outcome = await this.apply(tx, delivery);
    const report: IngestionReport = { ...outcome, durationMs: performance.now() - started };
    await finishDelivery(tx, deliveryId, 'PROCESSED', report);
    if (report.rowsWritten > 0) await auditDelivery(tx, delivery, report);
  }

  private async apply(tx: EntityManager, delivery: HeldDelivery): Promise<Omit<IngestionReport, 'durationMs'>> {
    const connector = connectorOf(delivery);
    // Bytes are read outside the transaction: its connection is busy with the upsert meanwhile.
    const parts = await storedParts(this.db.manager, delivery.id);
    checkParts(connector, new Set(parts.keys()));
    const context = {
      deliveryId: delivery.id,
      actor: delivery.sender,
      allowLargeClose: delivery.parameters['allowLargeClose'] === 'true',
    };
    const input = { parts, parameters: delivery.parameters, receivedAt: delivery.receivedAt };
    const outcomes: PatchOutcome['counts'][] = [];
    let source: string | null = null;
    for await (const patch of readDelivery(connector, input)) {
      source ??= patch.source.label;
      outcomes.push((await applyPatch(tx, patch, context)).counts);
    }
    return { source, ...sumCounts(outcomes) };
  }

  private async recordFailure(deliveryId: string, attempts: number, error: unknown): Promise<void> {
    const isRefusal = error instanceof DomainError && error.code !== 'UNAVAILABLE';
    const isLast = isRefusal || attempts >= MAX_ATTEMPTS;
    if (!isRefusal) this.log.error({ deliveryId, attempts, error }, 'A delivery could not be processed');
    await failDelivery(this.db.manager, deliveryId, describe(error), isLast ? null : retryDelaySeconds(attempts));
  }
}

/** One entry for all that a document changed; its report names each thing. */
async function auditDelivery(tx: EntityManager, delivery: HeldDelivery, report: IngestionReport): Promise<void> {
  const { connector, parameters, contentHash, requestId } = delivery;
  const { durationMs: _, ...changed } = report;
  await recordAudit(tx, {
    actor: delivery.sender as `${string}:${string}`,
    ...{ action: 'delivery.process', object: `delivery:${delivery.publicId}`, requestId },
    after: { connector, parameters, contentHash, ...changed },
  });
}

function connectorOf(delivery: HeldDelivery): Connector {
  const connector = CONNECTORS.get(delivery.connector);
  if (connector === undefined) throw invalid(`No connector ${delivery.connector} any more`);
  connector.checkParameters(delivery.parameters);
  return connector;
}

/** @throws DomainError INVALID naming the part that is missing or that the connector does not know. */
export function checkParts(connector: Connector, names: ReadonlySet<string>): void {
  const { required, optional } = connector.parts;
  const missing = required.find((name) => !names.has(name));
  if (missing !== undefined) throw invalid(`Part ${missing} is missing: ${connector.name} needs it`);
  const known = new Set([...required, ...optional]);
  const unknown = [...names].find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw invalid(`Part ${unknown}: ${connector.name} knows ${[...known].join(', ')}`);
}

function describe(error: unknown): DeliveryError {
  if (!(error instanceof DomainError)) {
    return {
      code: 'INTERNAL',
      message: 'The service failed while processing; it will be tried again or can be replayed',
    };
  }
  const { part, position } = error.details;
  return {
    code: error.code,
    message: error.message,
    ...(typeof part === 'string' ? { part } : {}),
    ...(typeof position === 'number' || typeof position === 'string' ? { position: String(position) } : {}),
  };
}
