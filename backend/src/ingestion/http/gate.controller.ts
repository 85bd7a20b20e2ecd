import type { Request } from 'express';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { CurrentActor, Requires, type Actor } from '../../access';
import type { GateReport } from '../domain/gate';
import { GateService } from '../gate/gate.service';
import { partsInMemory } from '../gate/parts-in-memory';
import { checkParts } from '../ingestion.service';
import { IntakeService } from '../intake.service';
import { partsOf, readParameters } from './ingest.controller';

/** Looks at a document before it is merged: `POST /api/v1/gate/dbt?namespace=…`, parts as for ingesting it. */
@Controller('api/v1/gate')
export class GateController {
  constructor(
    private readonly intake: IntakeService,
    private readonly gates: GateService,
  ) {}

  /** 200 with the report, whether it passed or not; nothing is stored. */
  @Post('dbt')
  @HttpCode(200)
  @Requires('ingest:write')
  async dbt(
    @Query() query: Record<string, unknown>,
    @Req() request: Request,
    @CurrentActor() actor: Actor,
  ): Promise<GateReport> {
    const { connector, parameters } = await this.intake.check('dbt', readParameters(query), actor);
    const parts = await partsInMemory(partsOf(request, 'manifest'));
    checkParts({ ...connector, parts: { ...connector.parts, required: ['manifest'] } }, new Set(parts.keys()));
    return this.gates.report({ connector, parts, parameters }, actor);
  }
}
