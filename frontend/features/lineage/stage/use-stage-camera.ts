'use client';

import {
  startTransition,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react';
import { firstLook, fit, panBy, showsAll, type Camera, type Rect, type Size, type Tier } from '../graph/camera';
import type { Layout } from '../graph/layout/layout-types';
import { cameraFor, type Sight } from '../graph/sight';
import { boxOfPlace, type Drawing } from '../graph/viewport';
import { CameraStore } from './camera-store';

/** What the server assumes of a stage it cannot measure. */
const ASSUMED: Size = { width: 860, height: 660 };

export interface StageCamera {
  readonly camera: CameraStore;
  readonly tier: Tier;
  readonly window: Rect;
  readonly stage: RefObject<HTMLDivElement | null>;
}

/** The camera of a stage: first look (or the one a link asks for) once it is measured, then as the reader moves it. */
export function useStageCamera(layout: Layout, focus: string, asked: Sight | null): StageCamera {
  const stage = useRef<HTMLDivElement>(null);
  const [camera] = useState(() => new CameraStore(openingLook(layout, focus, asked, ASSUMED), ASSUMED));
  const tier = useSyncExternalStore(camera.subscribe, camera.getTier, camera.getTier);
  const window = useWindow(camera);

  const look = useEffectEvent((size: Size, isFirst: boolean) => {
    camera.resize(size);
    if (isFirst) camera.begin(openingLook(layout, focus, asked, size));
  });
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = (): Size => ({ width: element.clientWidth, height: element.clientHeight });
    look(measure(), true);
    const observer = new ResizeObserver(() => look(measure(), false));
    observer.observe(element);
    return () => observer.disconnect();
  }, [camera]);
  return { camera, tier, window, stage };
}

function openingLook(layout: Layout, focus: string, asked: Sight | null, size: Size): Camera {
  const place = layout.places[focus];
  return asked && place ? cameraFor(asked, place) : firstLook(layout, focus, size);
}

/** The part of the model to draw; it follows the camera when there is time, so that panning does not wait for new cards. */
function useWindow(camera: CameraStore): Rect {
  const [window, setWindow] = useState(camera.getWindow);
  useEffect(() => {
    const follow = (): void => startTransition(() => setWindow(camera.getWindow()));
    follow();
    return camera.subscribe(follow);
  }, [camera]);
  return window;
}

/** Keeps `anchor` where it is on screen when a new layout puts it elsewhere in the model. */
export function useAnchor(camera: CameraStore, layout: Layout, previous: Layout | null, anchor: string): void {
  const keep = useEffectEvent(() => {
    const before = previous?.places[anchor];
    const after = layout.places[anchor];
    if (!before || !after || (before.x === after.x && before.y === after.y)) return;
    const { zoom } = camera.get();
    camera.set(panBy(camera.get(), (before.x - after.x) * zoom, (before.y - after.y) * zoom));
  });
  useLayoutEffect(() => keep(), [layout]);
}

/** Shows a way as a whole when it is first lit, and when the stage gets narrower; not if it is all in sight. */
export function useAlong(camera: CameraStore, { layout, stops }: Drawing, along: readonly string[]): void {
  const width = useSyncExternalStore(
    camera.subscribe,
    () => camera.size().width,
    () => ASSUMED.width,
  );
  const show = useEffectEvent(() => {
    const places = along.flatMap((id) => layout.places[stops.get(id)?.card ?? ''] ?? []);
    if (places.length < 2) return;
    const whole = unionOf(places.map(boxOfPlace));
    if (!showsAll(camera.get(), camera.size(), whole)) camera.glideTo(fit(whole, camera.size()));
  });
  useEffect(() => show(), [along, width]);
}

function unionOf(boxes: readonly Rect[]): Rect {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Moves layers with the camera, outside React. */
export function useFollow(camera: CameraStore, layers: readonly RefObject<HTMLElement | null>[]): void {
  const follow = useEffectEvent(() => {
    const { x, y, zoom } = camera.get();
    const transform = `translate(${String(x)}px, ${String(y)}px) scale(${String(zoom)})`;
    for (const layer of layers) if (layer.current) layer.current.style.transform = transform;
  });
  useEffect(() => {
    follow();
    return camera.subscribe(() => follow());
  }, [camera]);
}
