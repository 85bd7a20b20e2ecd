import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';

import { Requires } from '../../access';
import { invalid } from '../../shared/errors';
import { sendInPieces } from '../../shared/send-in-pieces';
import type { ExportKind } from '../domain/export';
import { ExportService } from '../export.service';

const MAX_PARAMETER_LENGTH = 1_000;

/** The way out for programs: newline-delimited JSON of everything, `?source=` and `?namespace=` narrow it. */
@Controller('api/v1/export')
export class ExportController {
  constructor(private readonly exports: ExportService) {}

  /** Assets with their columns. */
  @Get('assets')
  @Requires('export:read')
  assets(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.stream('assets', query, response);
  }

  /** Edges between assets, one line for each source that states one. */
  @Get('edges')
  @Requires('export:read')
  edges(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.stream('edges', query, response);
  }

  /** Edges between columns, one line for each source and way. */
  @Get('column-edges')
  @Requires('export:read')
  columnEdges(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    return this.stream('column-edges', query, response);
  }

  /** What `tributary gate dbt --offline` needs of the catalog, as far as the caller sees it. */
  @Get('gate-snapshot')
  @Requires('export:read')
  gateSnapshot(@Res() response: Response): Promise<void> {
    return sendInPieces(response, { type: 'text/plain' }, (signal) => this.exports.gateSnapshot(signal));
  }

  /** Writes no faster than the reader reads; without the last line the reader knows that something went wrong. */
  private async stream(kind: ExportKind, query: Record<string, unknown>, response: Response): Promise<void> {
    const filter = await this.exports.readFilter(readText(query, 'source'), readText(query, 'namespace'));
    await sendInPieces(response, { type: 'application/x-ndjson' }, (signal) =>
      this.exports.lines(kind, filter, signal),
    );
  }
}

function readText(query: Record<string, unknown>, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw invalid(`${name}: given more than once`);
  if (value.length > MAX_PARAMETER_LENGTH || value.includes('\0')) throw invalid(`${name}: not a name of one`);
  return value;
}
