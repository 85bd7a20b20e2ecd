import { centeredOn, MAX_ZOOM, MIN_ZOOM, type Camera } from './camera';
import type { Point } from './layout/layout-types';

/** What a link shows of a picture: the middle of the stage, in model units from the focus, and the zoom. */
export interface Sight {
  readonly dx: number;
  readonly dy: number;
  readonly zoom: number;
}

/** What is seen through a camera, told from where the focus stands: layouts may differ, the focus is in all of them. */
export function sightOf({ x, y, zoom }: Camera, focus: Point): Sight {
  return {
    dx: Math.round(-x / zoom - focus.x),
    dy: Math.round(-y / zoom - focus.y),
    zoom: Math.round(zoom * 100) / 100,
  };
}

/** The camera that shows it again. */
export function cameraFor({ dx, dy, zoom }: Sight, focus: Point): Camera {
  return centeredOn({ x: focus.x + dx, y: focus.y + dy }, zoom);
}

/** `-120,40,0.8` */
export function writeSight({ dx, dy, zoom }: Sight): string {
  return [dx, dy, zoom].join(',');
}

/** Null for anything that is not three numbers with a zoom that the stage has. */
export function parseSight(text: string): Sight | null {
  const [dx = NaN, dy = NaN, zoom = NaN] = text.split(',').map(Number);
  const isZoom = zoom >= MIN_ZOOM && zoom <= MAX_ZOOM;
  return Number.isFinite(dx) && Number.isFinite(dy) && isZoom ? { dx, dy, zoom } : null;
}
