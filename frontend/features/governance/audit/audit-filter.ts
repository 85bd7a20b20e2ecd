import type { AuditFilter } from '../../../graphql/generated/graphql';

/** What the address says; days as in 2026-12-31. */
export interface AuditQuestion {
  readonly actor: string | null;
  readonly object: string | null;
  readonly action: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

const DAY_MS = 86_400_000;

/** The API's filter; `until` is the last day that is meant. A day that is none is left out. */
export function auditFilter({ actor, object, action, since, until }: AuditQuestion): AuditFilter {
  return {
    actor: listOf(actor),
    object: listOf(object),
    action: listOf(action),
    since: momentOf(since, 0),
    until: momentOf(until, DAY_MS),
  };
}

/** Where the entries that the page shows are exported, all of them. */
export function auditExport(question: AuditQuestion): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(auditFilter(question)))
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  return parameters.size === 0 ? '/api/v1/export/audit' : `/api/v1/export/audit?${parameters.toString()}`;
}

const listOf = (value: string | null): string[] | null => (value === null || value === '' ? null : [value]);

function momentOf(day: string | null, add: number): string | null {
  const start = Date.parse(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(start) ? null : new Date(start + add).toISOString();
}
