'use client';

import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { boundsOf, centeredOn, fit, zoomBy } from '../graph/camera';
import { isArrow, stepFrom, type Arrow } from '../graph/navigate';
import type { Drawing } from '../graph/viewport';
import type { CameraStore } from './camera-store';

/** Keys lead from card to card: from far away, where there are only blocks, they go closer first. */
const NAVIGABLE = 0.6;

/** What keys on the graph ask the explorer to do; `id` is the card the keys are on. */
export interface StageKeyActions {
  readonly select: (id: string | null) => void;
  readonly expandAt: (id: string, side: 'up' | 'down') => void;
  readonly collapseAt: (id: string) => void;
  readonly refocus: (id: string) => void;
  readonly showColumns: (id: string) => void;
  readonly pathTo: (id: string) => void;
  readonly hide: (id: string) => void;
  readonly nextLens: () => void;
  readonly showTable: () => void;
}

interface StageKeysProps {
  readonly drawing: Drawing;
  readonly active: string;
  readonly host: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly camera: CameraStore;
  readonly reveal: (id: string) => void;
  readonly onActivate: (id: string) => void;
  readonly onTidy: () => void;
  readonly actions: StageKeyActions;
}

export interface StageKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly fitAll: () => void;
  readonly toggleFull: () => void;
}

/** The keyboard map of the graph. The graph is one tab stop; within it, arrows move a focus ring from card to card. */
export function useStageKeys(props: StageKeysProps): StageKeys {
  const { drawing, active, host, stage, camera, actions } = props;
  const moveTo = useMove(props);
  const fitAll = (): void => camera.glideTo(fit(boundsOf(drawing.layout), camera.size()));
  const toggleFull = (): void =>
    void (document.fullscreenElement ? document.exitFullscreen() : stage.current?.requestFullscreen());
  const commands: Commands = { ...commandsOn(active, camera, actions), f: toggleFull, '0': fitAll, ')': props.onTidy };
  return {
    fitAll,
    toggleFull,
    onFocus: (event) => {
      if (event.target === host.current && event.currentTarget.matches(':focus-visible')) moveTo(active);
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const command = isArrow(event.key)
        ? () => moveTo(stepFrom(drawing, active, event.key as Arrow))
        : commands[event.key];
      if (event.key === 'Escape') leave(event, actions);
      else if (!command) return;
      command?.();
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Moves the ring to a card and the camera so that it is in sight; from far away closer first. */
function useMove({ drawing, camera, reveal, onActivate }: StageKeysProps): (id: string | null) => void {
  const wanted = useRef<string | null>(null);
  // The card may only come into being once the camera has moved or a new layout has arrived.
  useEffect(() => {
    const card = wanted.current === null ? null : document.getElementById(`node-${wanted.current}`);
    if (!card) return;
    wanted.current = null;
    card.focus({ preventScroll: true });
  });
  return (id) => {
    if (id === null) return;
    wanted.current = id;
    onActivate(id);
    const place = drawing.stops.get(id);
    if (camera.getTier() === 'block' && place) camera.glideTo(centeredOn(place, NAVIGABLE));
    else reveal(id);
  };
}

type Commands = Readonly<Record<string, () => void>>;

function commandsOn(active: string, camera: CameraStore, actions: StageKeyActions): Commands {
  const zoomIn = (): void => camera.glideTo(zoomBy(camera.get(), 1.25));
  return {
    e: () => actions.expandAt(active, 'down'),
    E: () => actions.expandAt(active, 'up'),
    x: () => actions.collapseAt(active),
    '.': () => actions.refocus(active),
    c: () => actions.showColumns(active),
    h: () => actions.hide(active),
    p: () => actions.pathTo(active),
    v: () => actions.nextLens(),
    t: () => actions.showTable(),
    '+': zoomIn,
    '=': zoomIn,
    '-': () => camera.glideTo(zoomBy(camera.get(), 0.8)),
  };
}

/** Escape takes back one thing: the selection. With nothing selected it is passed on. */
function leave(event: KeyboardEvent<HTMLElement>, actions: StageKeyActions): void {
  if (event.currentTarget.querySelector('[aria-pressed="true"]')) actions.select(null);
}
