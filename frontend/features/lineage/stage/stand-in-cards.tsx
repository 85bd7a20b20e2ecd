'use client';

import { Fragment, memo, type ReactNode } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import { count as digits, counted } from '../../../components/text/numbers';
import type { AssetType } from '../../../graphql/generated/graphql';
import { shortCount, spokenMore } from '../graph/describe';
import type { GroupNode } from '../graph/group';
import { FAN_OUT } from '../graph/view';
import type { MoreNode } from '../graph/visible';
import { placed } from './asset-card';
import styles from './cards.module.css';

/** How many of each type, most frequent first. */
export type TypeCounts = readonly { readonly value: string; readonly count: number }[];

interface MoreCardProps {
  readonly more: MoreNode;
  readonly ownerName: string;
  readonly types: TypeCounts;
  readonly x: number;
  readonly y: number;
  readonly isActive: boolean;
  readonly onActivate: (id: string) => void;
  readonly onNext: (more: MoreNode, count: number | 'all') => void;
  readonly onChoose: (more: MoreNode) => void;
}

/** "290 more": what an open side does not draw, by type, with three ways to see it. */
export const MoreCard = memo(function MoreCard(props: MoreCardProps) {
  const { more, ownerName, types, x, y, isActive, onActivate, onNext } = props;
  const next = Math.min(FAN_OUT, more.count);
  return (
    <div className={styles['more']} style={placed(x, y)} data-testid="more" data-node={more.id}>
      <button
        type="button"
        className={styles['moreFace']}
        id={`node-${more.id}`}
        tabIndex={isActive ? 0 : -1}
        aria-label={`${spokenMore(more, ownerName)}; show the next ${String(next)}`}
        onFocus={() => onActivate(more.id)}
        onClick={() => onNext(more, next)}
      >
        <span className={styles['moreCount']}>{digits(more.count)} more</span>
      </button>
      <TypeCountList types={types} />
      <MoreActions {...props} next={next} />
    </div>
  );
});

function MoreActions({ more, ownerName, next, onNext, onChoose }: MoreCardProps & { readonly next: number }) {
  return (
    <span className={styles['moreActions']}>
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onNext(more, next)}
        aria-label={`Show the next ${String(next)} of ${ownerName}`}
      >
        next {next}
      </button>
      <button type="button" tabIndex={-1} onClick={() => onNext(more, 'all')} aria-label={`Show all of ${ownerName}`}>
        all
      </button>
      <button
        type="button"
        tabIndex={-1}
        onClick={() => onChoose(more)}
        aria-label={`Choose from the neighbours of ${ownerName}`}
      >
        choose…
      </button>
    </span>
  );
}

function TypeCountList({ types }: { readonly types: TypeCounts }) {
  return (
    <span className={styles['types']} aria-hidden="true">
      {types.slice(0, 4).map(({ value, count }) => (
        <span key={value}>
          <AssetTypeIcon type={value as AssetType} size={12} /> {shortCount(count)}
        </span>
      ))}
    </span>
  );
}

interface GroupCardProps {
  readonly group: GroupNode;
  readonly x: number;
  readonly y: number;
  readonly isActive: boolean;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (group: GroupNode) => void;
}

/** A closed group of one column: its name, how many, of which types. */
export const GroupCard = memo(function GroupCard({ group, x, y, isActive, onActivate, onOpen }: GroupCardProps) {
  const count = group.members.length;
  return (
    <div className={styles['group']} style={placed(x, y)} data-testid="group" data-node={group.id}>
      <button
        type="button"
        className={styles['groupFace']}
        id={`node-${group.id}`}
        tabIndex={isActive ? 0 : -1}
        aria-expanded="false"
        aria-label={`${group.label}, ${counted(count, 'asset')}, closed group; open it`}
        onFocus={() => onActivate(group.id)}
        onClick={() => onOpen(group)}
      >
        <span className={styles['groupName']}>
          <Icon name="right" size={14} />
          <span className={styles['nameText']}>{breakable(group.label)}</span>{' '}
          <span className={styles['groupCount']}>{digits(count)}</span>
        </span>
      </button>
      <TypeCountList types={countTypes(group)} />
    </div>
  );
});

/** A long name wraps after a dot rather than within a word. */
function breakable(name: string): ReactNode {
  return name.split(/(?<=\.)/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}

function countTypes(group: GroupNode): TypeCounts {
  const counts = new Map<string, number>();
  for (const { asset } of group.members) counts.set(asset.type, (counts.get(asset.type) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
