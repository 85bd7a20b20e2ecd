'use client';

import { memo } from 'react';
import type { GroupNode } from '../graph/group';
import { lensValue, NEUTRAL, type Hue, type Lens } from '../graph/lens';
import type { PlacedNode } from '../graph/viewport';
import type { MoreNode } from '../graph/visible';
import { AssetCard, type CardActions } from './asset-card';
import { CardRows, type RowLook } from './card-rows';
import { GroupCard, MoreCard, type TypeCounts } from './stand-in-cards';

/** What the cards show beyond their nodes. */
export interface CardLook extends RowLook {
  readonly lens: Lens;
  readonly hues: ReadonlyMap<string, Hue>;
  /** Words of the lens, by value. */
  readonly labels: ReadonlyMap<string, string>;
  readonly focus: string;
  readonly isCompact: boolean;
  readonly types: ReadonlyMap<string, TypeCounts>;
  readonly nameOf: (id: string) => string;
  /** Cards in the light; null when all are. */
  readonly litNodes: ReadonlySet<string> | null;
}

export interface StandInActions {
  readonly next: (more: MoreNode, count: number | 'all') => void;
  readonly choose: (more: MoreNode) => void;
  readonly openGroup: (group: GroupNode) => void;
  readonly closeGroup: (key: string) => void;
}

interface CardLayerProps {
  readonly nodes: readonly PlacedNode[];
  readonly look: CardLook;
  readonly actions: CardActions;
  readonly standIns: StandInActions;
}

/** The cards in and around the window, as real elements: they can be focused, read out and tested. */
export const CardLayer = memo(function CardLayer({ nodes, look, actions, standIns }: CardLayerProps) {
  return nodes.map((placed) => (
    <Card key={placed.node.id} placed={placed} look={look} actions={actions} standIns={standIns} />
  ));
});

interface CardProps extends Omit<CardLayerProps, 'nodes'> {
  readonly placed: PlacedNode;
}

function Card({ placed: { node, place }, look, actions, standIns }: CardProps) {
  const at = { x: place.x, y: place.y, height: place.height, isActive: look.active === node.id };
  if (node.kind === 'more') {
    const { more } = node;
    return (
      <MoreCard
        {...at}
        more={more}
        ownerName={look.nameOf(more.owner)}
        types={look.types.get(more.id) ?? NO_TYPES}
        onActivate={actions.activate}
        onNext={standIns.next}
        onChoose={standIns.choose}
      />
    );
  }
  if (node.kind === 'group')
    return <GroupCard {...at} group={node.members} onActivate={actions.activate} onOpen={standIns.openGroup} />;
  const value = lensValue(look.lens, node.node.asset);
  return (
    <AssetCard
      {...at}
      node={node.node}
      hue={look.hues.get(value) ?? NEUTRAL}
      lensLabel={look.lens === 'classification' ? '' : (look.labels.get(value) ?? '')}
      isDim={isDim(look, node.id)}
      isFocus={node.id === look.focus}
      isSelected={node.id === look.selected}
      isCompact={look.isCompact}
      actions={actions}
    >
      {node.rows && <CardRows cardId={node.id} rows={node.rows} look={look} actions={actions} />}
    </AssetCard>
  );
}

function isDim({ litNodes }: CardLook, id: string): boolean {
  return litNodes !== null && !litNodes.has(id);
}

const NO_TYPES: TypeCounts = [];
