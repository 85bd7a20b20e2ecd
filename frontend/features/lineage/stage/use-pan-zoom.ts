'use client';

import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { panBy, zoomBy } from '../graph/camera';
import type { CameraStore } from './camera-store';

/** Movements below this many pixels are clicks. */
const SLOP = 4;

export interface PanHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
}

/** Dragging the ground pans, the wheel zooms towards the pointer (with Shift it pans), two fingers pinch. */
export function usePanZoom(
  host: RefObject<HTMLElement | null>,
  camera: CameraStore,
  onGround: () => void,
): PanHandlers {
  const pointers = useRef(new Map<number, Point>());
  const moved = useRef(0);
  useEffect(() => (host.current ? listenToWheel(host.current, camera) : undefined), [host, camera]);
  const end = (event: PointerEvent<HTMLElement>): void => {
    const wasGround = pointers.current.delete(event.pointerId) && moved.current <= SLOP;
    if (pointers.current.size === 0) delete event.currentTarget.dataset['panning'];
    if (wasGround && event.type === 'pointerup') onGround();
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || isOnControl(event.target)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.dataset['panning'] = '';
      moved.current = 0;
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    },
    onPointerMove: (event) => {
      const before = pointers.current.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      moved.current += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other) pinch(camera, event.currentTarget, { before, now, other });
      else camera.set(panBy(camera.get(), now.x - before.x, now.y - before.y));
      pointers.current.set(event.pointerId, now);
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** React's own wheel handler cannot keep the page from scrolling. */
function listenToWheel(element: HTMLElement, camera: CameraStore): () => void {
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const box = element.getBoundingClientRect();
    const at = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    if (event.shiftKey) camera.set(panBy(camera.get(), -(event.deltaX || event.deltaY), 0));
    else camera.set(zoomBy(camera.get(), Math.exp(-clampWheel(event) / 500), at));
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => element.removeEventListener('wheel', onWheel);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pinch(
  camera: CameraStore,
  element: HTMLElement,
  { before, now, other }: Record<'before' | 'now' | 'other', Point>,
): void {
  const box = element.getBoundingClientRect();
  const factor =
    Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
  const at = {
    x: (now.x + other.x) / 2 - box.left - box.width / 2,
    y: (now.y + other.y) / 2 - box.top - box.height / 2,
  };
  camera.set(panBy(zoomBy(camera.get(), factor, at), (now.x - before.x) / 2, (now.y - before.y) / 2));
}

/** Lines and pages in pixels; one notch of a coarse wheel is not more than a quarter of the zoom. */
function clampWheel(event: WheelEvent): number {
  const scale = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? 16 : 400;
  return Math.max(-120, Math.min(120, event.deltaY * scale * (event.ctrlKey ? 4 : 1)));
}

function isOnControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input') !== null;
}
