'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore, type PointerEvent } from 'react';
import { boundsOf, centeredOn, showsAll, windowOf, type Rect } from '../graph/camera';
import { CARD_WIDTH } from '../graph/layout/layout-types';
import type { CanvasColors } from '../graph/to-elements';
import type { Drawing } from '../graph/viewport';
import type { CameraStore } from './camera-store';
import styles from './stage.module.css';

const WIDTH = 168;
const HEIGHT = 104;
const PADDING = 8;

interface MinimapProps {
  readonly drawing: Drawing;
  readonly camera: CameraStore;
  readonly colors: CanvasColors;
  readonly colorOf: (id: string) => string;
}

/** The whole picture, small, with what is on screen in a box, unless that is all; a click looks there, as keys do. */
export function Minimap({ drawing, camera, colors, colorOf }: MinimapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bounds = useMemo(() => boundsOf(drawing.layout), [drawing]);
  const isNeeded = useSyncExternalStore(
    camera.subscribe,
    () => !showsAll(camera.get(), camera.size(), bounds),
    () => false,
  );
  useEffect(() => {
    const context = canvas.current && sharpContext(canvas.current);
    if (!context) return;
    const scale = scaleFor(bounds);
    return onFrames(camera, () => {
      context.clearRect(0, 0, WIDTH, HEIGHT);
      paintNodes(context, drawing, scale, colorOf);
      paintWindow(context, windowOf(camera.get(), camera.size()), scale, colors.accent);
    });
  }, [drawing, bounds, camera, colors, colorOf, isNeeded]);
  if (!isNeeded) return null;
  const look = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const { factor, left, top } = scaleFor(bounds);
    const point = { x: (event.clientX - box.left - left) / factor, y: (event.clientY - box.top - top) / factor };
    camera.set(centeredOn(point, camera.get().zoom));
  };
  return (
    <canvas
      ref={canvas}
      className={styles['minimap']}
      aria-hidden="true"
      onPointerDown={look}
      onPointerMove={look}
      data-testid="minimap"
    />
  );
}

function sharpContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = WIDTH * ratio;
  canvas.height = HEIGHT * ratio;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

/** Paints now and, at most once a frame, whenever the camera moves; gives what stops it. */
function onFrames(camera: CameraStore, paint: () => void): () => void {
  let frame = 0;
  paint();
  const stop = camera.subscribe(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      paint();
    });
  });
  return () => {
    stop();
    cancelAnimationFrame(frame);
  };
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

function paintWindow(context: CanvasRenderingContext2D, seen: Rect, { factor, left, top }: Scale, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  const x = Math.max(1, left + seen.left * factor);
  const y = Math.max(1, top + seen.top * factor);
  const right = Math.min(WIDTH - 1, left + seen.right * factor);
  const bottom = Math.min(HEIGHT - 1, top + seen.bottom * factor);
  if (right > x && bottom > y) context.strokeRect(x, y, right - x, bottom - y);
}
