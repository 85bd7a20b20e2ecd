import type { Layout, Point } from './layout/layout-types';
import { CARD_WIDTH } from './layout/layout-types';

/** Where the reader looks: the model's origin lies at (x, y) from the middle of the stage, in pixels. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 2;
/** The first look never shrinks cards below this, nor blows them up. */
const READABLE = 0.62;
/** Free pixels left around what is fitted; more at the bottom, where the controls are. */
const PADDING = { side: 40, top: 28, bottom: 60 };

/** Free pixels on each side of the stage. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** All that is drawn, in model units; a card's worth around the origin when nothing is. */
export function boundsOf(layout: Layout): Rect {
  const half = CARD_WIDTH / 2;
  const boxes = Object.values(layout.places).map(({ x, y, height }) => ({
    left: x - half,
    right: x + half,
    top: y - height / 2,
    bottom: y + height / 2,
  }));
  const points = Object.values(layout.waypoints).flat();
  const all = [...boxes, ...layout.frames, ...points.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y }))];
  if (all.length === 0) return { left: -half, right: half, top: -28, bottom: 28 };
  return {
    left: all.reduce((least, box) => Math.min(least, box.left), Infinity),
    top: all.reduce((least, box) => Math.min(least, box.top), Infinity),
    right: all.reduce((most, box) => Math.max(most, box.right), -Infinity),
    bottom: all.reduce((most, box) => Math.max(most, box.bottom), -Infinity),
  };
}

/** The camera that shows all of `bounds`, no closer than 100 %. */
export function fit(bounds: Rect, size: Size): Camera {
  const width = Math.max(1, size.width - 2 * PADDING.side);
  const height = Math.max(1, size.height - PADDING.top - PADDING.bottom);
  const zoom = clamp(
    Math.min(width / (bounds.right - bounds.left), height / (bounds.bottom - bounds.top), 1),
    MIN_ZOOM,
    MAX_ZOOM,
  );
  const middle = centeredOn({ x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 }, zoom);
  return panBy(middle, 0, (PADDING.top - PADDING.bottom) / 2);
}

/** Whether all of `bounds` is on screen. */
export function showsAll(camera: Camera, size: Size, bounds: Rect): boolean {
  const seen = windowOf(camera, size);
  return (
    bounds.left >= seen.left && bounds.right <= seen.right && bounds.top >= seen.top && bounds.bottom <= seen.bottom
  );
}

/** The first look: everything when that is readable, else the focus in the middle at the smallest readable size. */
export function firstLook(layout: Layout, focus: string, size: Size): Camera {
  const all = fit(boundsOf(layout), size);
  if (all.zoom >= READABLE) return all;
  const place = layout.places[focus];
  return centeredOn(place ?? { x: 0, y: 0 }, READABLE);
}

export function centeredOn(point: Point, zoom: number): Camera {
  return { x: -point.x * zoom, y: -point.y * zoom, zoom };
}

/** Zooms by a factor; the model point under `at` (pixels from the middle of the stage) stays there. */
export function zoomBy(camera: Camera, factor: number, at: Point = { x: 0, y: 0 }): Camera {
  const zoom = clamp(camera.zoom * factor, MIN_ZOOM, MAX_ZOOM);
  const ratio = zoom / camera.zoom;
  return { zoom, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio };
}

export function panBy(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x + dx, y: camera.y + dy };
}

/** The part of the model on screen, with `margin` pixels around. */
export function windowOf(camera: Camera, size: Size, margin = 0): Rect {
  const halfWidth = size.width / 2 + margin;
  const halfHeight = size.height / 2 + margin;
  return {
    left: (-halfWidth - camera.x) / camera.zoom,
    right: (halfWidth - camera.x) / camera.zoom,
    top: (-halfHeight - camera.y) / camera.zoom,
    bottom: (halfHeight - camera.y) / camera.zoom,
  };
}

/** The camera moved as little as possible so that `box` lies within the stage, `insets` away from its borders. */
export function revealing(camera: Camera, size: Size, box: Rect, insets: Insets): Camera {
  const all = windowOf(camera, size);
  const seen = {
    left: all.left + insets.left / camera.zoom,
    right: all.right - insets.right / camera.zoom,
    top: all.top + insets.top / camera.zoom,
    bottom: all.bottom - insets.bottom / camera.zoom,
  };
  const dx = shiftInto(box.left, box.right, seen.left, seen.right);
  const dy = shiftInto(box.top, box.bottom, seen.top, seen.bottom);
  return panBy(camera, dx * camera.zoom, dy * camera.zoom);
}

function shiftInto(low: number, high: number, from: number, to: number): number {
  if (low < from) return from - low;
  return high > to ? Math.max(to - high, from - low) : 0;
}

/** How much of a card is drawn: all of it, its name large enough to read, or a coloured block. */
export type Tier = 'full' | 'compact' | 'block';

const FULL = 0.8;
const COMPACT = 0.38;
const HYSTERESIS = 0.1;

/** The tier for a zoom; a tier is kept until the zoom is a tenth past its border, so that nothing flickers. */
export function tierOf(zoom: number, previous: Tier | null): Tier {
  const full = previous === 'full' ? FULL * (1 - HYSTERESIS) : FULL;
  const compact = previous === 'block' ? COMPACT * (1 + HYSTERESIS) : COMPACT;
  if (zoom >= full) return 'full';
  return zoom >= compact ? 'compact' : 'block';
}

export function isWithin(box: Rect, area: Rect): boolean {
  return box.right >= area.left && box.left <= area.right && box.bottom >= area.top && box.top <= area.bottom;
}
