'use client';

import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import type { AssetType } from '../../../graphql/generated/graphql';
import type { Picture } from '../graph/group';
import { outlineOf, type OutlineItem } from '../graph/outline';
import styles from './side.module.css';

interface OutlineProps {
  readonly picture: Picture;
  readonly closed: ReadonlySet<string>;
  readonly active: string;
  readonly selected: string | null;
  readonly onToggle: (key: string) => void;
  readonly onActivate: (id: string) => void;
  readonly onOpen: (item: OutlineItem) => void;
}

/** The fold the keys are on, for as long as the graph's own card stays the same. */
interface Branch {
  readonly key: string;
  readonly active: string;
}

/** The same nodes as the graph, as a tree by distance from the focus: arrows move, Enter opens. */
export function Outline(props: OutlineProps) {
  const { picture, closed, active, selected, onToggle, onActivate, onOpen } = props;
  const tree = useRef<HTMLDivElement>(null);
  const items = useMemo(() => outlineOf(picture, closed), [picture, closed]);
  const [branch, setBranch] = useState<Branch | null>(null);
  const key = branch?.active === active ? branch.key : active;
  const current = items.find((item) => item.key === key) ?? items[0];
  const focusOn = (item: OutlineItem | undefined): void => {
    if (!item) return;
    setBranch(item.isNode ? null : { key: item.key, active });
    if (item.isNode) onActivate(item.id);
    tree.current?.querySelector<HTMLElement>(`[data-outline="${CSS.escape(item.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = current && movesFrom(items, current, { focusOn, onToggle, onOpen })[event.key];
    if (move) event.preventDefault();
    move?.();
  };
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Outline of the graph"
      className={styles['tree']}
      onKeyDown={onKeyDown}
      data-testid="outline"
    >
      {items.map((item) => (
        <Item
          key={item.key}
          item={item}
          isCurrent={item === current}
          isActive={item.id === active}
          isSelected={item.id === selected}
          onClick={() => openItem(item, props)}
        />
      ))}
    </div>
  );
}

function openItem(item: OutlineItem, { onActivate, onOpen, onToggle }: OutlineProps): void {
  if (item.isNode) onActivate(item.id);
  if (item.isOpen === undefined || item.isNode) onOpen(item);
  else onToggle(item.key);
}

interface Moves {
  readonly focusOn: (item: OutlineItem | undefined) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpen: (item: OutlineItem) => void;
}

/** The keys of a tree: up and down, into and out of branches, ends, opening. */
function movesFrom(
  items: readonly OutlineItem[],
  current: OutlineItem,
  { focusOn, onToggle, onOpen }: Moves,
): Readonly<Record<string, () => void>> {
  const at = items.indexOf(current);
  const parent = items.slice(0, at).findLast((item) => item.level < current.level);
  return {
    ArrowDown: () => focusOn(items[at + 1]),
    ArrowUp: () => focusOn(items[at - 1]),
    Home: () => focusOn(items[0]),
    End: () => focusOn(items.at(-1)),
    ArrowRight: () => (current.isOpen === false ? onToggle(current.key) : focusOn(items[at + 1])),
    ArrowLeft: () => (current.isOpen ? onToggle(current.key) : focusOn(parent)),
    Enter: () => onOpen(current),
    ' ': () => onOpen(current),
  };
}

interface ItemProps {
  readonly item: OutlineItem;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onClick: () => void;
}

function Item({ item, isCurrent, isActive, isSelected, onClick }: ItemProps) {
  return (
    <div
      role="treeitem"
      aria-level={item.level}
      aria-posinset={item.position}
      aria-setsize={item.size}
      aria-selected={isSelected}
      aria-expanded={item.isOpen}
      tabIndex={isCurrent ? 0 : -1}
      className={styles['item']}
      data-outline={item.key}
      data-outline-node={item.isNode ? item.id : undefined}
      data-kind={item.kind}
      data-active={isActive || undefined}
      style={{ paddingInlineStart: 8 + (item.level - 1) * 14 }}
      onClick={onClick}
    >
      <Sign item={item} />
      <span className={styles['itemLabel']} title={item.title}>
        {item.label}
      </span>
      {item.note && <span className={styles['note']}>{item.note}</span>}
    </div>
  );
}

function Sign({ item }: { readonly item: OutlineItem }) {
  if (item.kind === 'branch') return <Icon name={item.isOpen ? 'down' : 'right'} size={12} />;
  if (item.kind === 'column') return <Icon name="columns" size={12} />;
  if (item.kind === 'more') return <Icon name="plus" size={12} />;
  if (item.kind === 'group') return <Icon name="list" size={13} />;
  return <AssetTypeIcon type={item.type as AssetType} size={13} />;
}
