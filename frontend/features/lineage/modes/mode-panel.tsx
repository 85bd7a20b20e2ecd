'use client';

import dynamic from 'next/dynamic';
import type { Explorer } from '../use-explorer';
import type { Mode } from './modes';

/** The list twin of a mode, in the place of the details; its code travels when it is first opened. */
const PANELS = {
  compare: dynamic(() => import('./compare/compare-panel').then((module) => module.ComparePanel)),
  path: dynamic(() => import('./path/path-panel').then((module) => module.PathPanel)),
} satisfies Partial<Record<Mode, unknown>>;

type PanelMode = keyof typeof PANELS;

/** Whether a mode has a list of its own beside the graph. */
export function hasPanel(mode: Mode | null): mode is PanelMode {
  return mode !== null && mode in PANELS;
}

export function ModePanel({ explorer, mode }: { readonly explorer: Explorer; readonly mode: PanelMode }) {
  const Panel = PANELS[mode];
  return <Panel explorer={explorer} />;
}
