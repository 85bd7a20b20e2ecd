'use client';

import { useShortcut } from '../../../components/shell/shortcuts';
import type { SuggestionDecision } from '../../../graphql/generated/graphql';
import type { Suggestions } from './use-suggestions';

interface SuggestionKeysProps {
  readonly state: Suggestions;
  readonly status: 'suggested' | 'confirmed' | 'rejected';
  readonly mayDecide: boolean;
}

const GROUP = 'Suggestions';

/** j and k walk, x ticks; y and n decide where that is open and allowed. */
export function SuggestionKeys({ state, status, mayDecide }: SuggestionKeysProps) {
  const walk = (step: number) => () => {
    state.walk(step);
  };
  const tick = () => {
    if (state.openId !== null) state.tick(state.openId);
  };
  useShortcut({ keys: 'j', label: 'Next group', group: GROUP, run: walk(1) });
  useShortcut({ keys: 'k', label: 'Group before', group: GROUP, run: walk(-1) });
  useShortcut({ keys: 'x', label: 'Select or deselect', group: GROUP, run: tick });
  return mayDecide && status === 'suggested' && <DecideKeys state={state} />;
}

function DecideKeys({ state }: Pick<SuggestionKeysProps, 'state'>) {
  const decide = (decision: SuggestionDecision) => () => {
    state.decide(
      state.chosen.map(({ id }) => ({ group: id })),
      decision,
    );
  };
  useShortcut({ keys: 'y', label: 'Accept', group: GROUP, run: decide('CONFIRM') });
  useShortcut({ keys: 'n', label: 'Reject', group: GROUP, run: decide('REJECT') });
  return null;
}
