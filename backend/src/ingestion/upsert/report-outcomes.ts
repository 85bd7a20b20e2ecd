import type { EntityManager } from 'typeorm';
import {
  listOutcomes,
  listRefusedAliases,
  listStubs,
  type ClosedAssertion,
  type SourceRow,
  type StatementOutcome,
} from '../../catalog';
import { listUnresolvedEdges, type UnresolvedEdge } from '../../lineage';
import type { Report } from './report';
import type { StagedPatch } from './stage-patch';

/** Why a statement's asset is the one that was found, for people; by the rule that found it. */
const FOUND_BY: Readonly<Record<string, (name: string) => string>> = {
  exact: () => 'Known already under this name',
  verbatim: (name) => `Known already: ${name}, its quotes taken as meant`,
  case: (name) => `Known already: ${name} differs only in case or quotes`,
  partial: (name) => `Known already: the one asset whose name ends in ${name}`,
  full: (name) => `Known so far without its leading parts; the full name is ${name}`,
  declared: (name) => `Known already: ${name} is declared as another of its names`,
  renamed: (name) => `Its source calls it by another name now: ${name}`,
};

const isPlain = ({ rule }: StatementOutcome): boolean => rule === 'key' || rule === 'id' || rule === null;

/** What an asset was before somebody described it here, when that is worth a word. */
const WAS: Readonly<Record<string, string>> = { STUB: 'Only referred to until now. ', RETIRED: 'Was retired. ' };

function reportNew(one: StatementOutcome, report: Report): void {
  const name = one.raw_name ?? one.key;
  if (one.is_shared) {
    report.counts.merged += 1;
    report.add('MERGED', one.key, `One asset with an earlier entry of this source: both are ${name}`, one.asset_id);
  } else if (one.rule === 'created') {
    reportMade(one, name, report);
  } else if (one.rule !== 'key') {
    // By key: speaks of what another statement of the document describes, and counts there.
    report.counts.matched += 1;
    if (!isPlain(one)) report.add('MATCHED', one.key, reasonOfMatch(one, name), one.asset_id);
  }
}

function reasonOfMatch({ rule, was }: StatementOutcome, name: string): string {
  const how = FOUND_BY[rule ?? '']?.(name) ?? 'Known already';
  return `${WAS[was ?? ''] ?? ''}${how}`;
}

function reportMade(one: StatementOutcome, name: string, report: Report): void {
  if (one.stub_reason === null) {
    report.counts.created += 1;
    report.add('CREATED', one.key, `First described here, as ${name}`, one.asset_id);
  } else {
    report.counts.stubbed += 1;
    report.add('STUBBED', one.key, one.stub_reason, one.asset_id);
  }
}

function reportStatement(one: StatementOutcome, report: Report): void {
  if (one.outcome === 'NEW') {
    reportNew(one, report);
  } else if (one.outcome === 'CHANGED') {
    report.counts.changed += 1;
    const reason = one.rule === 'renamed' ? FOUND_BY['renamed']?.(one.raw_name ?? one.key) : undefined;
    report.add('CHANGED', one.key, reason ?? 'Described in other words than before', one.asset_id);
  } else if (one.outcome === 'OUTDATED') {
    report.counts.unchanged += 1;
    report.note(one.key, 'Left out: its source has said something about it since', one.asset_id);
  } else {
    report.refuse(one.key, 'Nothing is known by the key or id that it speaks of');
  }
}

function edgeReason({ problem, upstream, downstream }: UnresolvedEdge): string {
  if (problem === 'SELF') return `Edge left out: ${upstream} would feed itself`;
  if (problem === 'GONE') return `Edge left out: there is no asset ${upstream} or no asset ${downstream}`;
  return `The edge from ${upstream} to ${downstream} waits until both are described`;
}

/** Puts into the report what became of every staged statement, spelling and edge. Call before the projection. */
export async function reportOutcomes(
  tx: EntityManager,
  source: SourceRow,
  { staged: { named, extent }, stubs }: { readonly staged: StagedPatch; readonly stubs: number },
  report: Report,
): Promise<void> {
  for (const outcome of await listOutcomes(tx, source)) reportStatement(outcome, report);
  if (named.aliases > 0) await reportRefusedAliases(tx, report);
  if (stubs > 0) await reportStubs(tx, report);
  if (extent.edges === 0) return;
  for (const edge of await listUnresolvedEdges(tx)) report.note(edge.key, edgeReason(edge));
}

async function reportRefusedAliases(tx: EntityManager, report: Report): Promise<void> {
  for (const { key, raw_name, asset_id } of await listRefusedAliases(tx)) {
    report.note(
      key,
      `${raw_name} is the name of another asset already, and was not taken as one of its names`,
      asset_id,
    );
  }
}

async function reportStubs(tx: EntityManager, report: Report): Promise<void> {
  for (const { raw_name, said_by, asset_id } of await listStubs(tx)) {
    report.counts.stubbed += 1;
    report.add('STUBBED', raw_name, `Referred to by ${said_by}; no source describes it yet`, asset_id);
  }
}

/** Puts what ends into the report. */
export function reportClosed(closed: readonly ClosedAssertion[], report: Report): void {
  report.counts.closed += closed.length;
  for (const { key, reason, asset_id } of closed) report.add('CLOSED', key, reason, asset_id);
}
