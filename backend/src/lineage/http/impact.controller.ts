import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { Requires } from '../../access';
import { invalid } from '../../shared/errors';
import { sendInPieces } from '../../shared/send-in-pieces';
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
    await sendInPieces(response, { type: 'text/csv', filename: 'impact.csv' }, () => piecesOf(rows));
  }
}

async function* piecesOf(rows: AsyncGenerator<readonly Impacted[], unknown>): AsyncGenerator<string, void> {
  const first = await rows.next();
  yield csvLine(HEAD);
  if (first.done !== true) yield linesOf(first.value);
  for await (const batch of rows) yield linesOf(batch);
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
