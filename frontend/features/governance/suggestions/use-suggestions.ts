'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useAction } from '../../../components/overlay/use-action';
import { showToast } from '../../../components/shell/toasts';
import { counted } from '../../../components/text/numbers';
import type { SuggestionDecision, SuggestionGroupsQuery, SuggestionStatus } from '../../../graphql/generated/graphql';
import { suggestionParams } from '../governance-params';
import { decideAll, type SuggestionTarget } from './decide';

export type SuggestionGroup = SuggestionGroupsQuery['classificationSuggestionGroups']['nodes'][number];

export interface Suggestions {
  readonly openId: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly open: (id: string | null) => void;
  readonly walk: (step: number) => void;
  readonly tick: (id: string) => void;
  readonly clear: () => void;
  /** The ticked groups, or else the one that is looked at. */
  readonly chosen: readonly SuggestionGroup[];
  readonly decide: (targets: readonly SuggestionTarget[], decision: SuggestionDecision) => void;
}

const AFTER: Record<SuggestionDecision, SuggestionStatus> = {
  CONFIRM: 'CONFIRMED',
  REJECT: 'REJECTED',
  REOPEN: 'SUGGESTED',
};
const WORDS: Record<SuggestionDecision, string> = { CONFIRM: 'accepted', REJECT: 'rejected', REOPEN: 'open again' };

/** What is looked at and ticked, and how it is decided; the group that is looked at is part of the address. */
export function useSuggestions(groups: readonly SuggestionGroup[]): Suggestions {
  const [openId, setOpen] = useQueryState('g', suggestionParams.g.withOptions({ history: 'replace' }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { isBusy, run } = useAction();
  const clear = () => {
    setTicked(new Set());
  };
  const tickedHere = groups.filter(({ id }) => ticked.has(id));
  const decide = (targets: readonly SuggestionTarget[], decision: SuggestionDecision) => {
    const undo = () =>
      decideAll(
        targets.map((target) => undone(target, decision)),
        'REOPEN',
        null,
      );
    const work = async () => {
      const changed = await decideAll(targets, decision, null);
      clear();
      const action = { label: 'Undo', run: () => void run(undo, 'Undecided again.') };
      showToast({
        message: `${counted(changed, 'suggestion')} ${WORDS[decision]}.`,
        ...(decision !== 'REOPEN' && { action }),
      });
    };
    if (targets.length > 0) void run(work);
  };
  return {
    ...{ openId, ticked, isBusy, clear, decide },
    chosen: tickedHere.length > 0 ? tickedHere : groups.filter(({ id }) => id === openId),
    open: (id) => void setOpen(id),
    walk: (step) => void setOpen(neighbourOf(groups, openId, step)),
    tick: (id) => {
      setTicked(toggled(ticked, id));
    },
  };
}

/** So many rows from the one that is looked at, not beyond either end; without one, from above the first. */
function neighbourOf(groups: readonly SuggestionGroup[], openId: string | null, step: number): string | null {
  const index = groups.findIndex(({ id }) => id === openId);
  return groups[Math.max(0, Math.min(groups.length - 1, index + step))]?.id ?? null;
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The same suggestions, as they stand after the decision. */
function undone(target: SuggestionTarget, decision: SuggestionDecision): SuggestionTarget {
  return { ...target, filter: { ...target.filter, status: [AFTER[decision]] } };
}
