import {
  panBy,
  revealing,
  tierOf,
  windowOf,
  type Camera,
  type Insets,
  type Rect,
  type Size,
  type Tier,
} from '../graph/camera';

/** Cards this many pixels outside the stage are already there when the reader pans. */
const MARGIN = 260;
/** The window moves in steps of this many pixels, so that panning does not draw cards anew at every frame. */
const STEP = 240;

export type Listener = (camera: Camera) => void;

/**
 * The camera of one stage, outside React: a pan or zoom moves two layers and redraws one canvas, nothing else.
 *
 * Components that must know ask for the window and the tier, which change in steps.
 */
export class CameraStore {
  private camera: Camera;
  private stage: Size;
  private readonly listeners = new Set<Listener>();
  private tier: Tier;
  private window: Rect;
  private animation = 0;

  constructor(camera: Camera, size: Size) {
    this.camera = camera;
    this.stage = size;
    this.tier = tierOf(camera.zoom, null);
    this.window = this.steppedWindow();
  }

  readonly get = (): Camera => this.camera;
  readonly getTier = (): Tier => this.tier;
  readonly getWindow = (): Rect => this.window;
  readonly size = (): Size => this.stage;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** What stands at the upper left stays there. */
  resize(size: Size): void {
    const { width, height } = this.stage;
    this.stage = size;
    this.set(panBy(this.camera, (width - size.width) / 2, (height - size.height) / 2));
  }

  /** A first look: drawn as large as its zoom says, whatever was there before. */
  begin(camera: Camera): void {
    this.tier = tierOf(camera.zoom, null);
    this.set(camera);
  }

  set(camera: Camera): void {
    cancelAnimationFrame(this.animation);
    this.show(camera);
  }

  /** Moves there over 200 ms, at once for readers who prefer less motion. */
  glideTo(target: Camera): void {
    cancelAnimationFrame(this.animation);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.show(target);
      return;
    }
    const from = this.camera;
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, (now - start) / 200);
      const eased = 1 - (1 - share) ** 3;
      this.show(between(from, target, eased));
      if (share < 1) this.animation = requestAnimationFrame(step);
    };
    this.animation = requestAnimationFrame(step);
  }

  /** Moves as little as needed for `box` (model units) to be in plain sight. */
  reveal(box: Rect, insets: Insets): void {
    const target = revealing(this.camera, this.stage, box, insets);
    if (target.x !== this.camera.x || target.y !== this.camera.y) this.glideTo(target);
  }

  private show(camera: Camera): void {
    this.camera = camera;
    this.tier = tierOf(camera.zoom, this.tier);
    const next = this.steppedWindow();
    if (JSON.stringify(next) !== JSON.stringify(this.window)) this.window = next;
    for (const listener of this.listeners) listener(camera);
  }

  private steppedWindow(): Rect {
    const step = STEP / this.camera.zoom;
    const seen = windowOf(this.camera, this.stage, MARGIN);
    return {
      left: Math.floor(seen.left / step) * step,
      top: Math.floor(seen.top / step) * step,
      right: Math.ceil(seen.right / step) * step,
      bottom: Math.ceil(seen.bottom / step) * step,
    };
  }
}

function between(from: Camera, to: Camera, share: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), zoom: mix(from.zoom, to.zoom) };
}
