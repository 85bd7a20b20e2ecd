import { browserRequest } from '../../../graphql/browser';
import type { DecideSuggestionsInput, SuggestionDecision, SuggestionFilter } from '../../../graphql/generated/graphql';
import { DecideSuggestions } from './suggestions.query';

/** Which suggestions a decision is about: those of a group, or some of them. */
export interface SuggestionTarget {
  readonly group?: string;
  readonly ids?: readonly string[];
  readonly filter?: SuggestionFilter;
}

/** Decides, again and again until nothing is left: the API takes a large set in pieces. Gives how many it changed. */
export async function decideAll(
  targets: readonly SuggestionTarget[],
  decision: SuggestionDecision,
  reason: string | null,
): Promise<number> {
  let changed = 0;
  for (const target of targets) changed += await decideOne({ ...inputOf(target), decision, reason, dryRun: false });
  return changed;
}

export function inputOf({
  group,
  ids,
  filter,
}: SuggestionTarget): Pick<DecideSuggestionsInput, 'group' | 'ids' | 'filter'> {
  return { ...(group && { group }), ...(ids && { ids: [...ids] }), ...(filter && { filter }) };
}

async function decideOne(input: DecideSuggestionsInput): Promise<number> {
  const { decideSuggestions: report } = await browserRequest(DecideSuggestions, { input });
  if (report.left === 0 || report.changed === 0) return report.changed;
  return report.changed + (await decideOne(input));
}
