'use client';

import { useSyncExternalStore } from 'react';
import { Icon } from '../../../components/icon';
import { panBy, zoomBy } from '../graph/camera';
import type { CameraStore } from './camera-store';
import styles from './stage.module.css';

const PAN = 160;

interface StageControlsProps {
  readonly camera: CameraStore;
  readonly onFit: () => void;
  readonly onTidy: () => void;
  readonly onFull: () => void;
}

/** Everything a drag or a wheel does, as buttons. */
export function StageControls({ camera, onFit, onTidy, onFull }: StageControlsProps) {
  const zoom = useSyncExternalStore(
    camera.subscribe,
    () => Math.round(camera.get().zoom * 100),
    () => 100,
  );
  const pan = (dx: number, dy: number) => () => camera.glideTo(panBy(camera.get(), dx, dy));
  const zoomTo = (factor: number) => () => camera.glideTo(zoomBy(camera.get(), factor));
  return (
    <>
      <div className={styles['controls']} role="group" aria-label="Move the view">
        <button type="button" aria-label="Look left" title="Look left" onClick={pan(PAN, 0)}>
          <Icon name="left" size={14} />
        </button>
        <button type="button" aria-label="Look right" title="Look right" onClick={pan(-PAN, 0)}>
          <Icon name="right" size={14} />
        </button>
        <button type="button" aria-label="Look up" title="Look up" onClick={pan(0, PAN)}>
          <span style={{ transform: 'rotate(180deg)', display: 'grid' }}>
            <Icon name="down" size={14} />
          </span>
        </button>
        <button type="button" aria-label="Look down" title="Look down" onClick={pan(0, -PAN)}>
          <Icon name="down" size={14} />
        </button>
      </div>
      <div className={styles['controls']} role="group" aria-label="Zoom">
        <button type="button" aria-label="Zoom out" title="Zoom out (−)" onClick={zoomTo(1 / 1.25)}>
          −
        </button>
        <button
          type="button"
          className={styles['zoom']}
          aria-label={`Zoom ${String(zoom)} %, back to 100 %`}
          title="Back to 100 %"
          onClick={() => zoomTo(1 / camera.get().zoom)()}
        >
          {zoom} %
        </button>
        <button type="button" aria-label="Zoom in" title="Zoom in (+)" onClick={zoomTo(1.25)}>
          +
        </button>
        <button type="button" aria-label="Fit everything" title="Fit everything (0)" onClick={onFit}>
          fit
        </button>
        <button type="button" aria-label="Lay out afresh" title="Lay out afresh (Shift 0)" onClick={onTidy}>
          tidy
        </button>
        <button type="button" aria-label="Full screen" title="Full screen (f)" onClick={onFull}>
          <Icon name="screen" size={14} />
        </button>
      </div>
    </>
  );
}
