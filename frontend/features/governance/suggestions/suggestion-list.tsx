'use client';

import type { ReactNode } from 'react';
import { counted } from '../../../components/text/numbers';
import type { SuggestionFilter } from '../../../graphql/generated/graphql';
import listStyles from '../violations/violations.module.css';
import { DecideButtons } from './decide-buttons';
import { GroupRow } from './group-row';
import { SuggestionKeys } from './suggestion-keys';
import { SuggestionPanel } from './suggestion-panel';
import { useSuggestions, type SuggestionGroup, type Suggestions } from './use-suggestions';

interface SuggestionListProps {
  readonly groups: readonly SuggestionGroup[];
  readonly suggestions: number;
  readonly filter: SuggestionFilter;
  readonly status: 'suggested' | 'confirmed' | 'rejected';
  readonly mayDecide: boolean;
  readonly head: ReactNode;
  readonly foot: ReactNode;
}

/** Groups of suggestions: each is one decision, with what it would mark shown beside. */
export function SuggestionList(props: SuggestionListProps) {
  const { groups, filter, status, mayDecide, head, foot } = props;
  const suggestions = useSuggestions(groups);
  const current = groups.find(({ id }) => id === suggestions.openId);
  return (
    <div className={listStyles['inbox']} style={{ height: '100%' }} data-open={current ? true : undefined}>
      <div className={listStyles['list']} tabIndex={-1}>
        {head}
        <Bar {...props} state={suggestions} />
        <ol aria-label="Suggestions">
          {groups.map((group) => (
            <GroupRow
              key={group.id}
              group={group}
              isCurrent={group === current}
              isTicked={suggestions.ticked.has(group.id)}
              onOpen={suggestions.open}
              onTick={suggestions.tick}
            />
          ))}
        </ol>
        {foot}
      </div>
      {current && (
        <SuggestionPanel
          key={current.id}
          group={current}
          filter={filter}
          status={status}
          state={suggestions}
          mayDecide={mayDecide}
        />
      )}
      <SuggestionKeys state={suggestions} status={status} mayDecide={mayDecide} />
    </div>
  );
}

function Bar({ groups, suggestions, status, mayDecide, state }: SuggestionListProps & { readonly state: Suggestions }) {
  const isTicking = state.ticked.size > 0;
  const size = state.chosen.reduce((sum, group) => sum + group.suggestions, 0);
  const words = isTicking ? sizeWords(size, state.chosen) : sizeWords(suggestions, groups);
  return (
    <div className={listStyles['bar']}>
      <span className={listStyles['barCount']} role="status">
        {words}{' '}
        {isTicking && (
          <button type="button" className={listStyles['link']} onClick={state.clear}>
            Deselect
          </button>
        )}
      </span>
      {isTicking && mayDecide && status === 'suggested' && (
        <DecideButtons size={size} targets={state.chosen.map(({ id }) => ({ group: id }))} state={state} />
      )}
    </div>
  );
}

function sizeWords(suggestions: number, groups: readonly SuggestionGroup[]): string {
  return `${counted(suggestions, 'suggestion')} in ${counted(groups.length, 'group')}`;
}
