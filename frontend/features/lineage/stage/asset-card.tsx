'use client';

import { Fragment, memo, type CSSProperties, type ReactNode } from 'react';
import { AssetTypeIcon, typeLabel } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import { count } from '../../../components/text/numbers';
import { changeSign } from '../graph/change-signs';
import { pathLabel, shortCount, spokenName } from '../graph/describe';
import type { Change, Side } from '../graph/graph';
import { classHue, classOf, type Hue } from '../graph/lens';
import type { VisibleNode } from '../graph/visible';
import styles from './cards.module.css';

/** What cards ask the stage to do. */
export interface CardActions {
  readonly activate: (id: string) => void;
  readonly open: (id: string) => void;
  readonly pathTo: (id: string) => void;
  readonly toggleSide: (node: VisibleNode, side: Side, isAll: boolean) => void;
  readonly hover: (id: string | null) => void;
  readonly further: (side: Side) => void;
  readonly unfold: (id: string) => void;
  readonly chooseColumn: (assetId: string) => void;
}

interface AssetCardProps {
  readonly node: VisibleNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly hue: Hue;
  readonly lensLabel: string;
  /** Steps back behind what is in the light. */
  readonly isDim: boolean;
  readonly isFocus: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isCompact: boolean;
  readonly actions: CardActions;
  /** Its columns, below its face. */
  readonly children: ReactNode;
}

/** One asset of the graph: its face opens the details, its handles show or close what lies beside it. */
export const AssetCard = memo(function AssetCard(props: AssetCardProps) {
  const { node, x, y, height, hue, isFocus, isSelected, isActive, actions, children } = props;
  const { asset, id } = node;
  return (
    <div
      className={styles['card']}
      style={{ ...placed(x, y, hue), ...(children ? tall(height) : {}) }}
      data-testid="node"
      data-tall={children ? true : undefined}
      data-node={id}
      {...marksOf(props)}
      onPointerEnter={() => actions.hover(id)}
      onPointerLeave={() => actions.hover(null)}
    >
      <button
        type="button"
        className={styles['face']}
        id={`node-${id}`}
        tabIndex={isActive ? 0 : -1}
        aria-label={spokenName(node, typeLabel(asset.type))}
        aria-pressed={isSelected}
        aria-current={isFocus ? 'true' : undefined}
        onFocus={() => actions.activate(id)}
        onClick={({ shiftKey }) => (shiftKey ? actions.pathTo(id) : actions.open(id))}
      >
        <Name node={node} isFocus={isFocus} isCompact={props.isCompact} />
      </button>
      <Facts {...props} />
      {children}
      <Handle node={node} side="up" onToggle={actions.toggleSide} />
      <Handle node={node} side="down" onToggle={actions.toggleSide} />
    </div>
  );
});

/** What styles and tests tell cards apart by. */
function marksOf({ node: { asset, change }, isDim, isFocus, isSelected }: AssetCardProps): Record<string, unknown> {
  return {
    'data-dim': isDim || undefined,
    'data-focus': isFocus || undefined,
    'data-selected': isSelected || undefined,
    'data-status': asset.status,
    'data-ephemeral': asset.type === 'EPHEMERAL' || undefined,
    'data-difference': change?.difference.toLowerCase(),
  };
}

/** Longer names need the room of the column count. */
const LONG_NAME = 18;

/** A name that may wrap after underscores, dots and dashes, so that words stay whole. */
function breakable(name: string) {
  return name.split(/(?<=[_.-])(?![_.-])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

/** Where a card stands and the colours of its bar on both grounds. */
export function placed(x: number, y: number, hue?: Hue): CSSProperties {
  const colors = hue ? { '--hue-light': hue.light, '--hue-dark': hue.dark } : {};
  return { transform: `translate(${String(x)}px, ${String(y)}px)`, ...colors };
}

function tall(height: number): CSSProperties {
  return { height, top: -height / 2, '--card-height': `${String(height)}px` } as CSSProperties;
}

function Name({ node: { asset, change }, isFocus, isCompact }: Pick<AssetCardProps, 'node' | 'isFocus' | 'isCompact'>) {
  return (
    <span className={styles['name']} title={asset.name}>
      <AssetTypeIcon type={asset.type} size={15} />
      <span className={styles['nameText']}>{isCompact ? breakable(asset.displayName) : asset.displayName}</span>{' '}
      {!isCompact && asset.columnCount > 0 && asset.displayName.length <= LONG_NAME && (
        <span className={styles['columns']}>{shortCount(asset.columnCount)} col</span>
      )}
      <ChangeSign change={change} />
      {isFocus && (
        <span className={styles['sign']} title="Focus of this graph" aria-hidden="true">
          ◎
        </span>
      )}{' '}
      {asset.status !== 'ACTIVE' && (
        <span className={styles['status']} title={asset.statusReason ?? undefined}>
          {asset.status.toLowerCase()}
        </span>
      )}
    </span>
  );
}

/** What became of the asset, where two moments are compared. */
function ChangeSign({ change }: { readonly change: Change | undefined }) {
  const { sign, word } = changeSign(change?.difference);
  if (sign === '') return null;
  return (
    <span className={styles['change']} title={word} aria-hidden="true">
      {sign}
    </span>
  );
}

/** Lies over the face, not in it: what the button says of itself begins with all that is read on it. */
function Facts({ node: { asset }, lensLabel, isCompact }: Pick<AssetCardProps, 'node' | 'lensLabel' | 'isCompact'>) {
  if (isCompact) return null;
  const sensitive = classOf(asset);
  const tone = classHue(sensitive);
  return (
    <span className={styles['facts']} aria-hidden="true">
      <span className={styles['path']}>{pathLabel(asset)}</span>
      {sensitive && (
        <span className={styles['class']}>
          <span style={{ '--hue-light': tone.light, '--hue-dark': tone.dark } as CSSProperties} /> {sensitive}
        </span>
      )}
      {asset.openViolations && <span className={styles['lens']}>⚖ {shortCount(asset.openViolations.total)}</span>}
      {lensLabel && !pathLabel(asset).includes(lensLabel) && <span className={styles['lens']}>{lensLabel}</span>}
    </span>
  );
}

interface HandleProps {
  readonly node: VisibleNode;
  readonly side: Side;
  readonly onToggle: CardActions['toggleSide'];
}

/** Beside a card: "+4" shows four neighbours that are not drawn, an arrow closes a side that is open. */
function Handle({ node, side, onToggle }: HandleProps) {
  const { isOpen, shown, more } = node[side];
  const canClose = isOpen && shown > 0;
  if (!canClose && more === 0) return null;
  const label = handleLabel(node, side, canClose);
  return (
    <button
      type="button"
      className={styles['handle']}
      data-side={side}
      data-open={canClose || undefined}
      data-testid={`handle-${side}`}
      tabIndex={-1}
      aria-expanded={canClose}
      aria-label={label}
      title={canClose ? label : `${label} (Shift: all)`}
      onClick={(event) => onToggle(node, side, event.shiftKey)}
    >
      {canClose ? <Icon name={side === 'up' ? 'right' : 'left'} size={12} /> : `+${shortCount(more)}`}
    </button>
  );
}

function handleLabel(node: VisibleNode, side: Side, canClose: boolean): string {
  const where = `${side === 'up' ? 'upstream' : 'downstream'} of ${node.asset.displayName}`;
  return canClose ? `Hide ${where}` : `Show ${count(node[side].more)} more ${where}`;
}
