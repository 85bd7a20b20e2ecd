'use client';

import { useSyncExternalStore } from 'react';
import { Icon } from '../../../components/icon';
import { panBy, zoomBy } from '../graph/camera';
import type { CameraStore } from './camera-store';
import styles from './stage.module.css';

const PAN = 160;
const ZOOM = 1.25;

interface StageControlsProps {
  readonly camera: CameraStore;
  readonly fitAll: () => void;
  readonly onTidy: () => void;
  readonly toggleFull: () => void;
  readonly onCopy: () => void;
}

/** Everything a drag or a wheel does, as buttons. */
export function StageControls(props: StageControlsProps) {
  return (
    <>
      <PanButtons camera={props.camera} />
      <ZoomButtons camera={props.camera} />
      <SightButtons {...props} />
    </>
  );
}

const WAYS = [
  { name: 'left', dx: PAN, dy: 0, turn: 0 },
  { name: 'right', dx: -PAN, dy: 0, turn: 180 },
  { name: 'up', dx: 0, dy: PAN, turn: 90 },
  { name: 'down', dx: 0, dy: -PAN, turn: 270 },
] as const;

function PanButtons({ camera }: { readonly camera: CameraStore }) {
  return (
    <div className={styles['controls']} role="group" aria-label="Move the view">
      {WAYS.map(({ name, dx, dy, turn }) => (
        <button
          key={name}
          type="button"
          aria-label={`Look ${name}`}
          title={`Look ${name}`}
          onClick={() => camera.glideTo(panBy(camera.get(), dx, dy))}
        >
          <span style={{ display: 'grid', transform: `rotate(${String(turn)}deg)` }}>
            <Icon name="left" size={14} />
          </span>
        </button>
      ))}
    </div>
  );
}

function ZoomButtons({ camera }: Pick<StageControlsProps, 'camera'>) {
  const zoom = useSyncExternalStore(
    camera.subscribe,
    () => Math.round(camera.get().zoom * 100),
    () => 100,
  );
  const by = (factor: number) => camera.glideTo(zoomBy(camera.get(), factor));
  return (
    <div className={styles['controls']} role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={() => by(1 / ZOOM)}>
        −
      </button>
      <button
        type="button"
        className={styles['zoom']}
        aria-label={`Zoom ${String(zoom)} %, back to 100 %`}
        title="Back to 100 %"
        onClick={() => by(1 / camera.get().zoom)}
      >
        {zoom} %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={() => by(ZOOM)}>
        +
      </button>
    </div>
  );
}

/** What is seen as a whole: all of it, laid out afresh, larger, or taken along. */
function SightButtons({ fitAll, onTidy, toggleFull, onCopy }: StageControlsProps) {
  return (
    <div className={styles['controls']} role="group" aria-label="The whole view">
      <button type="button" aria-label="Fit everything" title="Fit everything (0)" onClick={fitAll}>
        fit
      </button>
      <button type="button" aria-label="Tidy: lay out afresh" title="Lay out afresh (Shift 0)" onClick={onTidy}>
        tidy
      </button>
      <button type="button" aria-label="Full screen" title="Full screen (f)" onClick={toggleFull}>
        <Icon name="screen" size={14} />
      </button>
      <button
        type="button"
        aria-label="Copy a link to this place and zoom"
        title="Copy a link to this place and zoom"
        onClick={onCopy}
      >
        <Icon name="copy" size={14} />
      </button>
    </div>
  );
}
