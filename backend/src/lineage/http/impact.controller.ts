import { once } from 'node:events';
import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Requires } from '../../access';
import { invalid } from '../../shared/errors';
import { CHANGES } from '../domain/change-effect';
import { csvLine } from '../domain/csv';
import type { Impacted } from '../impact';
import { ImpactService } from '../impact.service';

const HEAD = [
  'distance',
  'change_class',
  'namespace',
  'asset',
  'column',
  'type',
  'owner',
  'reason',
  'via_asset',
  'via_column',
];
const NO_FILTER = { classes: null, types: null, owners: null };
/** A reader that takes nothing for so long is gone. */
const STALL_MS = 60_000;

const Parameters = z.object({
  assetId: z.uuid('is not the id of an asset'),
  column: z.string().min(1).max(1_000).optional(),
  change: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(CHANGES, `is none of ${CHANGES.join(', ')}`))
    .default('DROP'),
});

/** The complete impact list as a file: `GET /api/v1/impact.csv?assetId=&column=&change=`. */
@Controller('api/v1')
export class ImpactController {
  constructor(private readonly impacts: ImpactService) {}

  /** Everything that a change reaches, nearest first, as CSV (RFC 4180, UTF-8). */
  @Get('impact.csv')
  @Requires('lineage:read')
  async csv(@Query() query: unknown, @Res() response: Response): Promise<void> {
    const { assetId, column = null, change } = parse(query);
    const rows = this.impacts.stream({ assetId, column, change, filter: NO_FILTER });
    const first = await rows.next(); // before the head: a refusal can still be a proper answer
    response.status(200).setHeader('content-type', 'text/csv; charset=utf-8');
    response.setHeader('content-disposition', 'attachment; filename="impact.csv"');
    response.setTimeout(STALL_MS, () => response.destroy());
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    try {
      await write(response, csvLine(HEAD), gone.signal);
      if (!first.done) await write(response, linesOf(first.value), gone.signal);
      for await (const batch of rows) await write(response, linesOf(batch), gone.signal);
      response.end();
    } catch (error) {
      response.destroy();
      if (!gone.signal.aborted) throw error;
    }
  }
}

function parse(query: unknown): z.infer<typeof Parameters> {
  const parsed = Parameters.safeParse(query);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalid(`${issue?.path.join('.') ?? 'query'}: ${issue?.message ?? 'is not understood'}`);
}

const linesOf = (batch: readonly Impacted[]): string => batch.map(lineOf).join('');

function lineOf({ asset, column, distance, changeClass, reason, via }: Impacted): string {
  const { namespace, name, type, owner } = asset;
  return csvLine([distance, changeClass, namespace, name, column, type, owner, reason, via.asset.name, via.column]);
}

async function write(response: Response, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!response.write(text)) await once(response, 'drain', { signal });
}
