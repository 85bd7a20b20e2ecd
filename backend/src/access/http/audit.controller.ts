import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { invalid } from '../../shared/errors';
import { sendInPieces } from '../../shared/send-in-pieces';
import { AuditService } from '../audit.service';
import type { AuditFilter } from '../domain/audit-entry';
import { headOf, lineOf, type AuditFormat } from '../domain/audit-line';
import { Requires } from '../guard/requires';

const LONGEST = 1_000;

/** The audit log for programs and auditors: `?format=csv|jsonl`, narrowed by object, actor, action, since, until. */
@Controller('api/v1/export')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  /** Newest first. */
  @Get('audit')
  @Requires('audit:read')
  async export(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const format = formatOf(textIn(query, 'format') ?? 'jsonl');
    const filter = filterOf(query);
    const head = { type: format === 'csv' ? 'text/csv' : 'application/x-ndjson', filename: `audit.${format}` } as const;
    await sendInPieces(response, head, (signal) => this.pieces(filter, format, signal));
  }

  private async *pieces(filter: AuditFilter, format: AuditFormat, signal: AbortSignal): AsyncGenerator<string, void> {
    const batches = this.audit.all(filter, signal);
    const first = await batches.next();
    yield headOf(format);
    for (let next = first; !next.done; next = await batches.next())
      yield next.value.map((entry) => lineOf(entry, format)).join('');
  }
}

function formatOf(text: string): AuditFormat {
  if (text === 'csv' || text === 'jsonl') return text;
  throw invalid('format: csv and jsonl are known');
}

function filterOf(query: Record<string, unknown>): AuditFilter {
  const list = (name: string): readonly string[] | null => {
    const text = textIn(query, name);
    return text === null ? null : text.split(',');
  };
  return {
    ...{ object: list('object'), actor: list('actor'), action: list('action') },
    ...{ since: momentIn(query, 'since'), until: momentIn(query, 'until') },
  };
}

function momentIn(query: Record<string, unknown>, name: string): Date | null {
  const text = textIn(query, name);
  if (text === null) return null;
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime()))
    throw invalid(`${name}: ${text.slice(0, 60)} is not a moment such as 2026-12-31T00:00:00Z`);
  return moment;
}

function textIn(query: Record<string, unknown>, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw invalid(`${name}: given more than once`);
  if (value.length > LONGEST || value.includes('\0'))
    throw invalid(`${name}: is too long, or holds what no name holds`);
  return value;
}
