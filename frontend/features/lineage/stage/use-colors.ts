'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { CanvasColors } from '../graph/to-elements';

export type Scheme = 'light' | 'dark';

/** Which of the two grounds is shown; follows the reader's choice at once. */
export function useScheme(): Scheme {
  return useSyncExternalStore(watch, read, () => 'light');
}

function read(): Scheme {
  return document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light';
}

function watch(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
  return () => observer.disconnect();
}

const DIFFERENCES = { added: '#15AA5F', removed: '#7D1E1A', changed: '#896B2B' };

/** The tokens a canvas needs, as plain colours: canvases know no variables. */
export function useCanvasColors(scheme: Scheme): CanvasColors {
  return useMemo(() => {
    if (typeof document === 'undefined')
      return { edge: '#7A8599', accent: '#3451D1', text: '#475467', ground: '#F8FAFC', ...DIFFERENCES };
    const tokens = getComputedStyle(document.documentElement);
    const token = (name: string): string => tokens.getPropertyValue(name).trim();
    return {
      edge: token('--t-edge'),
      accent: token('--t-accent'),
      text: token('--t-text-muted'),
      ground: token('--t-canvas'),
      added: token('--t-diff-added'),
      removed: token('--t-diff-removed'),
      changed: token('--t-diff-changed'),
    };
    // The scheme decides what the tokens say.
  }, [scheme]);
}
