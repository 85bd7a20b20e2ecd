import { Controller, Get, HttpCode, HttpException, HttpStatus, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CurrentActor, Requires, type Actor } from '../../access';
import { EventDoorService, type BatchAnswer } from '../event-door.service';
import { withFullSight } from '../../shared/sight';
import { readEventBody } from './read-event-body';

const LARGEST_EVENT = 10 * 1024 * 1024;
const LARGEST_BATCH = 50 * 1024 * 1024;

/** The way in for pipelines: OpenLineage's `POST /lineage` and `/lineage/batch`. */
@Controller('api/v1/lineage')
export class LineageController {
  constructor(private readonly door: EventDoorService) {}

  /**
   * Takes one event: 201 once its bytes are durable, also when they were already.
   *
   * 400 names the field and the rule; 503 with Retry-After asks to send it again. Never a redirect.
   */
  @Post()
  @Requires('ingest:write')
  @HttpCode(HttpStatus.CREATED)
  async one(@Req() request: Request, @CurrentActor() actor: Actor): Promise<{ readonly status: string }> {
    const body = await readEventBody(request, LARGEST_EVENT);
    await withFullSight(() => this.door.takeOne(body, actor));
    return { status: 'stored' };
  }

  /** Takes a bare array of events; each is judged by itself, and the answer says which were refused and why. */
  @Post('batch')
  @Requires('ingest:write')
  @HttpCode(HttpStatus.OK)
  async batch(@Req() request: Request, @CurrentActor() actor: Actor): Promise<BatchAnswer> {
    const body = await readEventBody(request, LARGEST_BATCH);
    return withFullSight(() => this.door.takeBatch(body, actor));
  }

  /** Events are sent, not fetched. */
  @Get('batch')
  @Requires('ingest:write')
  notBatch(@Res({ passthrough: true }) response: Response): never {
    return refuseMethod(response);
  }
}

/** @throws HttpException 405 */
function refuseMethod(response: Response): never {
  response.setHeader('Allow', 'POST');
  throw new HttpException('Send events with POST', HttpStatus.METHOD_NOT_ALLOWED);
}
