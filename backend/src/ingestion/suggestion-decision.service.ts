import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../access';
import { loadNamespaceRegistry } from '../catalog';
import {
  decideSuggestions,
  groupOfId,
  readConfirmed,
  SuggestionService,
  type ConfirmedClassification,
  type DecidedAsset,
  type PathStep,
  type SuggestionFilter,
  type SuggestionSelection,
  type SuggestionStatus,
} from '../governance';
import { invalid } from '../shared/errors';
import { CLASSIFICATION_LEVELS, type ClassificationClaim } from '../shared/vocabulary';
import type { Statement } from './metadata-patch';
import { spokenText } from './spoken-facts';
import { inOneTransaction, refuseForeignNamespace, sayAs } from './spoken-patch';

export type SuggestionDecision = 'CONFIRM' | 'REJECT' | 'REOPEN';

/** Which suggestions, by their ids, their group, a filter, or what these have in common; and what becomes of them. */
export interface DecideSuggestionsInput {
  readonly ids?: readonly string[] | null;
  readonly group?: string | null;
  readonly filter?: SuggestionFilter | null;
  readonly decision: SuggestionDecision;
  readonly reason?: string | null;
  readonly dryRun: boolean;
}

export interface DecisionReport {
  readonly matched: number;
  readonly changed: number;
  readonly left: number;
  readonly assets: number;
  readonly downstreamColumns: number | null;
  readonly marked: readonly PathStep[];
}

/** Decided in one call; the rest is `left`. */
const AT_ONCE = 10_000;
const BECOMES = { CONFIRM: 'CONFIRMED', REJECT: 'REJECTED', REOPEN: 'SUGGESTED' } as const;
/** What a decision can change, for those named by id … */
const FROM: Readonly<Record<SuggestionDecision, readonly SuggestionStatus[]>> = {
  CONFIRM: ['SUGGESTED', 'REJECTED'],
  REJECT: ['SUGGESTED', 'CONFIRMED'],
  REOPEN: ['CONFIRMED', 'REJECTED'],
};
/** … and what it is about where only a group or a filter is named. */
const OPEN_FOR: typeof FROM = { CONFIRM: ['SUGGESTED'], REJECT: ['SUGGESTED'], REOPEN: FROM.REOPEN };
const NOTHING: DecisionReport = { matched: 0, changed: 0, left: 0, assets: 0, downstreamColumns: 0, marked: [] };

/**
 * Decides on suggestions. What is confirmed of an asset becomes one assertion of the source `suggestion`, taken back with
 * the decision. One transaction and one audit entry, however many.
 */
@Injectable()
export class SuggestionDecisionService {
  constructor(
    private readonly db: EntityManager,
    private readonly suggestions: SuggestionService,
  ) {}

  /** @throws DomainError INVALID when it does not say which ones; FORBIDDEN for a foreign namespace. */
  async decide(input: DecideSuggestionsInput, actor: Actor): Promise<DecisionReport> {
    const reason = input.reason?.trim() ? spokenText('reason', input.reason) : null;
    const selection = await this.suggestions.select(filterOf(input));
    if (!selection) return NOTHING;
    const matched = await this.suggestions.count(selection);
    if (input.dryRun) return this.foresee(input.decision, selection, matched);
    const decided = await inOneTransaction(this.db, (tx) => settle(tx, selection, { input, reason, actor }));
    const changed = decided.reduce((total, one) => total + one.changed, 0);
    const left = Math.max(0, matched - AT_ONCE);
    return { matched, changed, left, assets: decided.length, downstreamColumns: null, marked: [] };
  }

  private async foresee(
    decision: SuggestionDecision,
    selection: SuggestionSelection,
    matched: number,
  ): Promise<DecisionReport> {
    const marks = decision === 'CONFIRM' ? await this.suggestions.marks(selection) : { count: 0, columns: [] };
    const changed = Math.min(matched, AT_ONCE);
    const assets = await this.suggestions.countAssets(selection);
    const [downstreamColumns, marked] = [marks?.count ?? null, marks?.columns ?? []];
    return { matched, changed, left: matched - changed, assets, downstreamColumns, marked };
  }
}

interface Settling {
  readonly input: DecideSuggestionsInput;
  readonly reason: string | null;
  readonly actor: Actor;
}

async function settle(
  tx: EntityManager,
  selection: SuggestionSelection,
  { input, reason, actor }: Settling,
): Promise<DecidedAsset[]> {
  const status = BECOMES[input.decision];
  const decided = await decideSuggestions(tx, selection, { status, actor: actorKey(actor), reason, most: AT_ONCE });
  if (decided.length === 0) return decided;
  const registry = await loadNamespaceRegistry(tx);
  for (const namespace of new Set(decided.map((one) => one.namespace)))
    refuseForeignNamespace(actor, namespace, registry);
  const restated = decided.filter(({ isRestated }) => isRestated);
  if (restated.length > 0) await restate(tx, actor, restated);
  const { ids, group, filter } = input;
  const changed = decided.reduce((total, one) => total + one.changed, 0);
  await recordAudit(tx, {
    ...{ actor, reason },
    action: `suggestion.${input.decision.toLowerCase()}`,
    object: 'suggestion:*',
    after: {
      ...(ids ? { ids } : {}),
      ...(group ? groupOfId(group) : {}),
      ...(filter ? { filter } : {}),
      ...{ changed, assets: decided.length },
    },
  });
  return decided;
}

/** Says of each asset all that is confirmed of it; nothing left takes the word back. */
async function restate(tx: EntityManager, actor: Actor, decided: readonly DecidedAsset[]): Promise<void> {
  const confirmed = new Map<string, ConfirmedClassification[]>();
  const rows = await readConfirmed(
    tx,
    decided.map(({ assetId }) => assetId),
  );
  for (const row of rows) confirmed.set(row.publicId, [...(confirmed.get(row.publicId) ?? []), row]);
  const statements = decided.map(({ publicId }) => statementOf(publicId, confirmed.get(publicId) ?? []));
  const source = { kind: 'suggestion', name: 'confirmed', scope: '', label: 'confirmed suggestions' };
  await sayAs(tx, source, actor, statements);
}

function statementOf(assetId: string, confirmed: readonly ConfirmedClassification[]): Statement {
  const key = `suggestion:${assetId}`;
  if (confirmed.length === 0) return { kind: 'removal', key, reason: 'no suggestion is confirmed' };
  const whole = confirmed.find(({ column }) => column === null);
  return {
    kind: 'asset',
    key,
    subject: { assetId },
    facts: whole ? { classification: claimOf(whole) } : {},
    columns: confirmed.flatMap((one) =>
      one.column === null ? [] : [{ path: one.column, classification: claimOf(one) }],
    ),
  };
}

function claimOf({ level, categories, subtypes }: ConfirmedClassification): ClassificationClaim {
  const known = CLASSIFICATION_LEVELS[(level ?? 0) - 1];
  return { ...(known ? { level: known } : {}), categories, ...(subtypes.length > 0 ? { subtypes } : {}) };
}

function filterOf({ ids, group, filter, decision }: DecideSuggestionsInput): SuggestionFilter {
  const named = group ? groupOfId(group) : null;
  const wanted: SuggestionFilter = {
    ...said(filter ?? {}),
    ...(ids ? { ids } : {}),
    ...(named ? { pattern: [named.pattern], proposal: [named.proposal] } : {}),
  };
  if (Object.keys(wanted).length === 0) throw invalid('suggestions: say which ones by ids, group or filter');
  return { status: (ids ? FROM : OPEN_FOR)[decision], ...wanted };
}

const said = (filter: SuggestionFilter): SuggestionFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
