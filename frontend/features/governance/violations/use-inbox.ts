'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useAction } from '../../../components/overlay/use-action';
import { showToast } from '../../../components/shell/toasts';
import { browserRequest } from '../../../graphql/browser';
import type { ViolationAction, ViolationFilter, ViolationRowFragment } from '../../../graphql/generated/graphql';
import { violationParams } from '../governance-params';
import { ActOnViolations } from './violations.query';

export type Act = ViolationAction | 'WAIVE';

export interface Inbox {
  /** What is looked at; null: nothing. */
  readonly openId: string | null;
  readonly ticked: ReadonlySet<string>;
  /** Everything that fits the filter is meant, on other pages too. */
  readonly isAllTicked: boolean;
  /** How many an act is about. */
  readonly size: number;
  /** What an act is about: the ticked ones, or else the one that is looked at. */
  readonly target: ViolationFilter;
  /** The same as rows, as far as they are on this page. */
  readonly chosen: readonly ViolationRowFragment[];
  readonly act: Act | null;
  readonly open: (id: string | null) => void;
  readonly walk: (step: number) => void;
  readonly tick: (id: string) => void;
  readonly tickAll: () => void;
  readonly clear: () => void;
  readonly start: (act: Act) => void;
  readonly stop: () => void;
  /** Acknowledges one at once, asks before it does so for many. */
  readonly acknowledge: () => void;
}

interface Rows {
  readonly violations: readonly ViolationRowFragment[];
  readonly total: number;
  readonly filter: ViolationFilter;
}

/** What is looked at, what is ticked, and what is about to be done. What is looked at is part of the address. */
export function useInbox({ violations, total, filter }: Rows): Inbox {
  const [openId, setOpen] = useQueryState('v', violationParams.v.withOptions({ history: 'replace' }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAllTicked, setAllTicked] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const { run } = useAction();
  const ids = idsOf(violations, ticked, openId);
  const clear = () => {
    setTicked(new Set());
    setAllTicked(false);
  };
  const size = isAllTicked ? total : ids.length;
  const start = (next: Act) => {
    if (size > 0) setAct(next);
  };
  return {
    ...{ openId, ticked, isAllTicked, size, act, clear, start },
    target: isAllTicked ? filter : { ids: [...ids] },
    chosen: isAllTicked ? violations : violations.filter(({ id }) => ids.includes(id)),
    open: (id) => void setOpen(id),
    walk: (step) => void setOpen(neighbourOf(violations, openId, step)),
    tick: (id) => {
      setAllTicked(false);
      setTicked(toggled(isAllTicked ? new Set(violations.map((row) => row.id)) : ticked, id));
    },
    tickAll: () => {
      setAllTicked(violations.length > 0);
    },
    stop: () => {
      setAct(null);
    },
    acknowledge: () => {
      const [only] = ids;
      if (size > 1) setAct('ACKNOWLEDGE');
      else if (only !== undefined) void run(() => acknowledgeOne(only, run));
    },
  };
}

/** So many rows from the one that is looked at, not beyond either end; without one, from above the first. */
function neighbourOf(violations: readonly ViolationRowFragment[], openId: string | null, step: number): string | null {
  const index = violations.findIndex(({ id }) => id === openId);
  return violations[Math.max(0, Math.min(violations.length - 1, index + step))]?.id ?? null;
}

/** The ticked ones on this page; without any, the one that is looked at. */
function idsOf(
  violations: readonly ViolationRowFragment[],
  ticked: ReadonlySet<string>,
  openId: string | null,
): readonly string[] {
  const onPage = violations.map(({ id }) => id).filter((id) => ticked.has(id));
  if (onPage.length > 0) return onPage;
  return openId === null ? [] : [openId];
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

async function acknowledgeOne(id: string, run: (undo: () => Promise<unknown>) => Promise<boolean>): Promise<void> {
  const filter = { ids: [id] };
  const { actOnViolations } = await browserRequest(ActOnViolations, {
    input: { action: 'ACKNOWLEDGE', filter, dryRun: false },
  });
  const undo = () => browserRequest(ActOnViolations, { input: { action: 'REOPEN', filter, dryRun: false } });
  if (actOnViolations.changed === 0) showToast({ tone: 'failed', message: whyNothing(actOnViolations.refused) });
  else showToast({ message: 'Acknowledged.', action: { label: 'Undo', run: () => void run(undo) } });
}

function whyNothing(refused: number): string {
  return refused > 0 ? 'It is not yours: a contributor acts on their own alone.' : 'It is not open any more.';
}
