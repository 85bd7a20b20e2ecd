'use client';

import { useEffectEvent, useMemo } from 'react';
import type { Side } from './graph/graph';
import { LENSES } from './graph/lens';
import { expansionOf, FAN_OUT, type View } from './graph/view';
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
  const expandAt = useEffectEvent((id: string, side: Side, isAll = false) => {
    const node = byId.get(id);
    if (!node || node[side].more === 0) return;
    setActed({ id, side });
    actions.expand({ id, side }, isAll ? 'all' : nextCount(view, node, side));
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
    actions.refocus(id);
  });
  const nextLens = useEffectEvent(() =>
    actions.setLens(LENSES[(LENSES.indexOf(params.lens) + 1) % LENSES.length] ?? 'layer'),
  );
  return useMemo(
    () => ({
      expandAt,
      collapseSide,
      collapseAt,
      toggleSide: (node, side, isAll) =>
        canClose(node, side) ? collapseSide(node.id, side) : expandAt(node.id, side, isAll),
      next: ({ owner, side }, count) => expandAt(owner, side, count === 'all'),
      refocus,
      nextLens,
    }),
    [],
  );
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
