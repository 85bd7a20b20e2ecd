'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore, type PointerEvent } from 'react';
import { boundsOf, centeredOn, showsAll, windowOf, type Rect } from '../graph/camera';
import { CARD_WIDTH } from '../graph/layout/layout-types';
import type { Drawing } from '../graph/viewport';
import type { CameraStore } from './camera-store';
import styles from './stage.module.css';

const WIDTH = 168;
const HEIGHT = 104;
const PADDING = 8;

interface MinimapProps {
  readonly drawing: Drawing;
  readonly camera: CameraStore;
  readonly colorOf: (id: string) => string;
}

/** The whole picture, small, with what is on screen in a box, unless that is all; a click looks there, as keys do. */
export function Minimap({ drawing, camera, colorOf }: MinimapProps) {
  const bounds = useMemo(() => boundsOf(drawing.layout), [drawing]);
  const isNeeded = useSyncExternalStore(
    camera.subscribe,
    () => !showsAll(camera.get(), camera.size(), bounds),
    () => false,
  );
  const { canvas, seen } = usePainted(drawing, camera, colorOf, bounds, isNeeded);
  if (!isNeeded) return null;
  const look = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { factor, left, top } = scaleFor(bounds);
    const point = { x: (event.clientX - box.left - left) / factor, y: (event.clientY - box.top - top) / factor };
    camera.set(centeredOn(point, camera.get().zoom));
  };
  return (
    <div
      className={styles['minimap']}
      aria-hidden="true"
      onPointerDown={look}
      onPointerMove={look}
      data-testid="minimap"
    >
      <canvas ref={canvas} />
      <span ref={seen} className={styles['seen']} />
    </div>
  );
}

/** The nodes are painted when they change; what is on screen is a box that follows the camera. */
function usePainted(
  drawing: Drawing,
  camera: CameraStore,
  colorOf: (id: string) => string,
  bounds: Rect,
  isNeeded: boolean,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const context = canvas.current && sharpContext(canvas.current);
    if (context) paintNodes(context, drawing, scaleFor(bounds), colorOf);
  }, [drawing, bounds, colorOf, isNeeded]);
  useEffect(() => {
    const box = seen.current;
    if (!box) return;
    const scale = scaleFor(bounds);
    const move = (): void => moveWindow(box, windowOf(camera.get(), camera.size()), scale);
    move();
    return camera.subscribe(move);
  }, [bounds, camera, isNeeded]);
  return { canvas, seen };
}

function sharpContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = WIDTH * ratio;
  canvas.height = HEIGHT * ratio;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

interface Scale {
  readonly factor: number;
  readonly left: number;
  readonly top: number;
}

function scaleFor(bounds: Rect): Scale {
  const width = bounds.right - bounds.left;
  const height = bounds.bottom - bounds.top;
  const factor = Math.min((WIDTH - 2 * PADDING) / width, (HEIGHT - 2 * PADDING) / height);
  return {
    factor,
    left: WIDTH / 2 - ((bounds.left + bounds.right) / 2) * factor,
    top: HEIGHT / 2 - ((bounds.top + bounds.bottom) / 2) * factor,
  };
}

function paintNodes(
  context: CanvasRenderingContext2D,
  drawing: Drawing,
  { factor, left, top }: Scale,
  colorOf: (id: string) => string,
): void {
  for (const { node, place } of drawing.nodes) {
    context.fillStyle = colorOf(node.id);
    const width = Math.max(2, CARD_WIDTH * factor);
    const height = Math.max(1.5, place.height * factor);
    context.fillRect(left + place.x * factor - width / 2, top + place.y * factor - height / 2, width, height);
  }
}

/** Moved, not painted: a pan then costs the browser no more than moving the graph does. */
function moveWindow(box: HTMLElement, seen: Rect, { factor, left, top }: Scale): void {
  const x = Math.max(0, left + seen.left * factor);
  const y = Math.max(0, top + seen.top * factor);
  const right = Math.min(WIDTH - 2, left + seen.right * factor);
  const bottom = Math.min(HEIGHT - 2, top + seen.bottom * factor);
  box.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
  box.style.width = `${Math.max(0, right - x).toFixed(1)}px`;
  box.style.height = `${Math.max(0, bottom - y).toFixed(1)}px`;
}
