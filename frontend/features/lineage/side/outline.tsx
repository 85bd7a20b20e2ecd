'use client';

import { useMemo, useRef, type KeyboardEvent } from 'react';
import { AssetTypeIcon, typeLabel } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import type { AssetType } from '../../../graphql/generated/graphql';
import { outlineOf, type OutlineItem } from '../graph/outline';
import type { Picture } from '../graph/group';
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

/** The same nodes as the graph, as a tree by distance from the focus: arrows move, Enter opens. */
export function Outline(props: OutlineProps) {
  const { picture, closed, active, selected, onToggle, onActivate, onOpen } = props;
  const tree = useRef<HTMLDivElement>(null);
  const items = useMemo(() => outlineOf(picture, closed), [picture, closed]);
  const current = items.find((item) => item.id === active) ?? items[0];

  const focusOn = (item: OutlineItem | undefined): void => {
    if (!item) return;
    onActivate(item.id);
    tree.current?.querySelector<HTMLElement>(`[data-outline="${CSS.escape(item.key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!current) return;
    const at = items.indexOf(current);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(items[at + 1]),
      ArrowUp: () => focusOn(items[at - 1]),
      Home: () => focusOn(items[0]),
      End: () => focusOn(items.at(-1)),
      ArrowRight: () => {
        if (current.isOpen === false) onToggle(current.key);
        else focusOn(items[at + 1]);
      },
      ArrowLeft: () => {
        if (current.isOpen) onToggle(current.key);
        else focusOn(items.slice(0, at).findLast((item) => item.level < current.level));
      },
      Enter: () => onOpen(current),
      ' ': () => onOpen(current),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
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
        <div
          key={item.key}
          role="treeitem"
          aria-level={item.level}
          aria-posinset={item.position}
          aria-setsize={item.size}
          aria-selected={item.id === selected}
          aria-expanded={item.isOpen}
          tabIndex={item === current ? 0 : -1}
          className={styles['item']}
          data-outline={item.key}
          data-outline-node={item.isNode ? item.id : undefined}
          data-kind={item.kind}
          data-active={item.id === active || undefined}
          style={{ paddingInlineStart: 8 + (item.level - 1) * 14 }}
          onClick={() => {
            if (item.isOpen === undefined) {
              onActivate(item.id);
              onOpen(item);
            } else onToggle(item.key);
          }}
        >
          <Sign item={item} />
          <span className={styles['itemLabel']} title={item.title}>
            {item.label}
          </span>
          {item.note && <span className={styles['note']}>{item.note}</span>}
        </div>
      ))}
    </div>
  );
}

function Sign({ item }: { readonly item: OutlineItem }) {
  if (item.isOpen !== undefined) return <Icon name={item.isOpen ? 'down' : 'right'} size={12} />;
  if (item.kind === 'more') return <Icon name="plus" size={12} />;
  if (item.kind === 'group') return <Icon name="list" size={13} />;
  const type = item.type as AssetType;
  return (
    <span title={typeLabel(type)} className={styles['typeSign']}>
      <AssetTypeIcon type={type} size={13} />
    </span>
  );
}
