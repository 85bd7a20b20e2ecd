'use client';

import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { AssetLink } from '../../../components/asset/asset-link';
import { DetailsPanel } from '../../../components/overlay/details-panel';
import { Notice } from '../../../components/states/notice';
import { Skeleton } from '../../../components/states/skeleton';
import { TimeAgo } from '../../../components/text/time-ago';
import { ApiError, abortableRequest } from '../../../graphql/browser';
import type { SuggestionFilter, SuggestionsOfGroupQuery } from '../../../graphql/generated/graphql';
import type { SuggestionTarget } from './decide';
import { DecideButtons, UndecideButton } from './decide-buttons';
import styles from './suggestions.module.css';
import { SuggestionEffect } from './suggestion-effect';
import { SuggestionsOfGroup } from './suggestions.query';
import type { SuggestionGroup, Suggestions } from './use-suggestions';

type Member = SuggestionsOfGroupQuery['classificationSuggestions']['nodes'][number];

interface SuggestionPanelProps {
  readonly group: SuggestionGroup;
  readonly filter: SuggestionFilter;
  readonly status: 'suggested' | 'confirmed' | 'rejected';
  readonly state: Suggestions;
  readonly mayDecide: boolean;
}

/** The members of a group, of which some may be left out, and what accepting the rest would mark. */
export function SuggestionPanel({ group, filter, status, state, mayDecide }: SuggestionPanelProps) {
  const [members, failure] = useMembers(group, filter);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const target = targetOf(group, members, left);
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  const isOpen = status === 'suggested';
  return (
    <DetailsPanel
      label="Details of the suggestion"
      onClose={() => {
        state.open(null);
      }}
      title={
        <h2 className={styles['title']}>
          {group.pattern} → {group.proposal}
        </h2>
      }
    >
      <div className={styles['stack']}>
        {mayDecide && <Decide target={target} size={group.suggestions - left.size} status={status} state={state} />}
        {isOpen && <SuggestionEffect target={target} />}
        {failure !== null && <Notice tone="fail">{failure}</Notice>}
        <Members
          members={members}
          total={group.suggestions}
          left={left}
          onToggle={mayDecide && isOpen ? toggle : null}
        />
      </div>
    </DetailsPanel>
  );
}

interface MembersProps {
  /** Null while they are on their way. */
  readonly members: readonly Member[] | null;
  readonly total: number;
  readonly left: ReadonlySet<string>;
  /** Null: they are only looked at. */
  readonly onToggle: ((id: string) => void) | null;
}

function Members({ members, total, left, onToggle }: MembersProps) {
  if (members === null) return <Skeleton height={120} />;
  return (
    <>
      <ul aria-label="Members of the group">
        {members.map((member) => (
          <MemberRow key={member.id} member={member} isTicked={!left.has(member.id)} onToggle={onToggle} />
        ))}
      </ul>
      {members.length < total && <p className="subtle">and {total - members.length} more like these</p>}
    </>
  );
}

/** The group as long as nothing is left out of it, else those of its members that are not. */
function targetOf(
  group: SuggestionGroup,
  members: readonly Member[] | null,
  left: ReadonlySet<string>,
): SuggestionTarget {
  if (left.size === 0 || members === null) return { group: group.id };
  return { ids: members.map(({ id }) => id).filter((id) => !left.has(id)) };
}

interface DecideProps {
  readonly target: SuggestionTarget;
  readonly size: number;
  readonly status: SuggestionPanelProps['status'];
  readonly state: Suggestions;
}

function Decide({ target, size, status, state }: DecideProps) {
  if (status === 'suggested')
    return (
      <div className={styles['acts']}>
        <DecideButtons size={size} targets={[target]} state={state} />
      </div>
    );
  const decided = {
    ...target,
    filter: { status: [status === 'confirmed' ? ('CONFIRMED' as const) : ('REJECTED' as const)] },
  };
  return (
    <div className={styles['acts']}>
      <UndecideButton targets={[decided]} state={state} />
    </div>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly isTicked: boolean;
  readonly onToggle: ((id: string) => void) | null;
}

function MemberRow({ member, isTicked, onToggle }: MemberRowProps) {
  const { id, asset, column, evidence, confidence, decidedBy, decidedAt, decisionReason } = member;
  const name = column ? `${asset.displayName}.${column}` : asset.displayName;
  return (
    <li className={styles['member']}>
      {onToggle && (
        <Checkbox
          checked={isTicked}
          aria-label={`Include ${name}`}
          onChange={() => {
            onToggle(id);
          }}
        />
      )}
      <div style={{ minWidth: 0 }}>
        <span className={styles['name']}>
          <AssetLink asset={asset} query={column ? `tab=columns&col=${encodeURIComponent(column)}` : ''} />
          {column && <code>{column}</code>}
        </span>
        <p className="muted">
          {evidence} · {confidence} %
        </p>
        {decidedBy && decidedAt && (
          <p className="subtle">
            {decidedBy.name} <TimeAgo at={decidedAt} />
            {decisionReason && `: ${decisionReason}`}
          </p>
        )}
      </div>
    </li>
  );
}

/** The first hundred of the group, or why they are not known; both null while they are on their way. */
function useMembers({ pattern, proposal, source }: SuggestionGroup, filter: SuggestionFilter) {
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify({ ...filter, pattern: [pattern], proposal: [proposal], source: [source] });
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, SuggestionsOfGroup, { filter: JSON.parse(key) as SuggestionFilter }).then(
      ({ classificationSuggestions }) => {
        setMembers(classificationSuggestions.nodes);
      },
      (error: unknown) => {
        if (error instanceof ApiError) setFailure(error.message);
      },
    );
    return () => {
      abort.abort();
    };
  }, [key]);
  return [members, failure] as const;
}
