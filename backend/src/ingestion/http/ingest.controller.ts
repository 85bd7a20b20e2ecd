import type { Request, Response } from 'express';
import { Controller, HttpStatus, Param, Post, Query, Req, Res } from '@nestjs/common';

import { CurrentActor, Requires, type Actor } from '../../access';
import { invalid } from '../../shared/errors';
import { withFullSight } from '../../shared/sight';
import { DeliveryService } from '../delivery.service';
import type { Delivery } from '../domain/delivery';
import { InboxService } from '../inbox.service';
import type { IncomingPart } from '../incoming-part';
import { IngestionService } from '../ingestion.service';
import { IntakeService } from '../intake.service';
import { readBody, readMultipart } from './read-multipart';

const MAX_PARAMETER_LENGTH = 1_000;

/** The way in for documents: `POST /api/v1/ingest/{connector}?namespace=…`. */
@Controller('api/v1/ingest')
export class IngestController {
  constructor(
    private readonly intake: IntakeService,
    private readonly inbox: InboxService,
    private readonly ingestion: IngestionService,
    private readonly deliveries: DeliveryService,
  ) {}

  /**
   * Stores the document, processes it and answers with the report.
   *
   * 200 processed or already known; 202 stored, will be processed (the service or its database is busy);
   * 400 or 409 stored as a dead letter, with the reason. In each case the answer names the delivery.
   */
  @Post(':connector')
  @Requires('ingest:write')
  async ingest(
    @Param('connector') name: string,
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    const { connector, parameters } = await this.intake.check(name, readParameters(query), actor);
    const parts = partsOf(request, connector.parts.required[0] ?? connector.parts.optional[0] ?? name);
    // Who sends a document hears what became of it, whatever else they may know of.
    const [id, delivery] = await withFullSight(() => this.take(name, parameters, parts, actor));
    response.status(statusOf(delivery)).json(bodyOf(id, delivery));
  }

  private async take(
    connector: string,
    parameters: Readonly<Record<string, string>>,
    parts: AsyncIterable<IncomingPart>,
    actor: Actor,
  ): Promise<[id: string, delivery: Delivery | null]> {
    const opened = await this.inbox.receive({ connector, parameters, sender: actor }, parts);
    await this.ingestion.process(opened.id).catch(() => undefined);
    return [opened.publicId, await this.deliveries.find(opened.publicId).catch(() => null)];
  }
}

/** @throws DomainError INVALID for a body that is neither */
export function partsOf(request: Request, mainPart: string): AsyncIterable<IncomingPart> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  if (type.startsWith('multipart/form-data')) return readMultipart(request);
  if (/^application\/(json|gzip|x-gzip|octet-stream|yaml|x-ndjson)\b/.test(type)) return readBody(request, mainPart);
  throw invalid('Content-Type: send multipart/form-data with one file per part, or one document as application/json');
}

/** @throws DomainError INVALID for a parameter given twice, or too long */
export function readParameters(query: Record<string, unknown>): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (typeof value !== 'string') throw invalid(`Parameter ${name}: given more than once`);
    if (value.length > MAX_PARAMETER_LENGTH) {
      throw invalid(`Parameter ${name}: longer than ${String(MAX_PARAMETER_LENGTH)} characters`);
    }
    parameters[name] = value;
  }
  return parameters;
}

function statusOf(delivery: Delivery | null): number {
  if (delivery === null || delivery.status === 'PENDING') return HttpStatus.ACCEPTED;
  if (delivery.status !== 'DEAD') return HttpStatus.OK;
  return delivery.error?.code === 'CONFLICT' ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
}

function bodyOf(id: string, delivery: Delivery | null): Record<string, unknown> {
  if (delivery === null) return { deliveryId: id, status: 'PENDING', report: null };
  const { status, report, error } = delivery;
  return { deliveryId: id, status, report, ...(error === null ? {} : { error }) };
}
