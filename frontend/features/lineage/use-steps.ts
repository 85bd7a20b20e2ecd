'use client';

import { useEffectEvent, useState } from 'react';
import { assetOf, columnOf, type Side } from './graph/graph';
import { LENSES } from './graph/lens';
import { expansionOf, FAN_OUT, MAX_DEPTH, type View } from './graph/view';
import type { MoreNode, VisibleNode } from './graph/visible';
import type { LineageView } from './use-lineage-view';

/** Where the reader acted last: the camera keeps that card in place. */
export interface Acted {
  readonly id: string;
  readonly side: Side | null;
}

/** Steps the cards and keys take; each remembers where it was taken. */
export interface StepActions {
  readonly expandAt: (id: string, side: Side, isAll?: boolean) => void;
  readonly collapseSide: (id: string, side: Side) => void;
  readonly collapseAt: (id: string) => void;
  readonly toggleSide: (node: VisibleNode, side: Side, isAll: boolean) => void;
  readonly next: (more: MoreNode, count: number | 'all') => void;
  readonly refocus: (id: string) => void;
  readonly nextLens: () => void;
}

/** Steps out of what is drawn now; the functions stay the same for as long as the page is open. */
export function useSteps(
  { params, view, actions }: LineageView,
  byId: ReadonlyMap<string, VisibleNode>,
  setActed: (acted: Acted) => void,
): StepActions {
  const expandNode = (node: VisibleNode | undefined, side: Side, isAll: boolean): void => {
    if (!node || node[side].more === 0) return;
    actions.expand({ id: node.id, side }, isAll ? 'all' : nextCount(view, node, side));
  };
  const expandAt = useEffectEvent((id: string, side: Side, isAll = false) => {
    setActed({ id, side });
    if (view.level === 'column') actions.setDepth(side, Math.min(MAX_DEPTH, view[side] + 1));
    else expandNode(byId.get(id), side, isAll);
  });
  const collapseSide = useEffectEvent((id: string, side: Side) => {
    setActed({ id, side });
    actions.collapse({ id, side }, expansionOf(view, { id, side }) === undefined);
  });
  const collapseAt = useEffectEvent((id: string) => {
    const side = openSideOf(byId.get(id));
    if (side) collapseSide(id, side);
  });
  const refocus = useEffectEvent((id: string) => {
    setActed({ id, side: null });
    if (view.level === 'column') actions.follow(assetOf(id), columnOf(id));
    else actions.refocus(id);
  });
  const nextLens = useEffectEvent(() =>
    actions.setLens(LENSES[(LENSES.indexOf(params.lens) + 1) % LENSES.length] ?? 'layer'),
  );
  const toggleSide: StepActions['toggleSide'] = (node, side, isAll) =>
    canClose(node, side) ? collapseSide(node.id, side) : expandAt(node.id, side, isAll);
  const next: StepActions['next'] = ({ owner, side }, count) => expandAt(owner, side, count === 'all');
  const steps = { expandAt, collapseSide, collapseAt, toggleSide, next, refocus, nextLens };
  // They only lead to effect events, which see the latest view: the first ones stay right.
  const [first] = useState(steps);
  return first;
}

function openSideOf(node: VisibleNode | undefined): Side | undefined {
  return node && (['down', 'up'] as const).find((side) => canClose(node, side));
}

function canClose(node: VisibleNode, side: Side): boolean {
  return node[side].isOpen && node[side].shown > 0;
}

/** The default number for a side that is still shut, the next ten for one that is open. */
function nextCount(view: View, node: VisibleNode, side: Side): number {
  const { isOpen, shown } = node[side];
  const hasOnlyChosen = expansionOf(view, { id: node.id, side })?.count === 0 && !isOpen;
  return isOpen && !hasOnlyChosen ? Math.ceil(shown / FAN_OUT) * FAN_OUT + FAN_OUT : FAN_OUT;
}
