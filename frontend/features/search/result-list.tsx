'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { HitRow } from './hit-row';
import { Preview } from './preview';
import type { SearchHitRow } from './run-search';
import styles from './search.module.css';

interface ResultListProps {
  readonly hits: readonly SearchHitRow[];
  /** The query they answer. */
  readonly q: string;
  /** The line above and the notes below it, drawn on the server. */
  readonly head: ReactNode;
  readonly foot: ReactNode;
}

/** Results that can be walked with the arrow keys; the one that is walked over is previewed beside. */
export function ResultList({ hits, q, head, foot }: ResultListProps) {
  const current = useWalk(hits, q);
  useEffect(() => {
    document.querySelector(`[data-hit="${hits[current]?.asset.id ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current, hits]);
  return (
    <>
      <div className={styles['results']} tabIndex={-1}>
        {head}
        <ol aria-label="Results">
          {hits.map((hit, index) => (
            <HitRow key={hit.asset.id} hit={hit} isCurrent={index === current} />
          ))}
        </ol>
        {foot}
      </div>
      <Preview id={hits[current]?.asset.id ?? null} />
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

/** Which hit the keys are on, -1 for none: arrows move, Enter opens, l shows its lineage. */
function useWalk(hits: readonly SearchHitRow[], q: string): number {
  const [current, setCurrent] = useState(-1);
  const router = useRouter();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isListKey(event, q)) return;
    const step = STEPS[event.key];
    const asset = hits[current]?.asset;
    if (step !== undefined) {
      event.preventDefault();
      setCurrent((index) => Math.max(0, Math.min(hits.length - 1, index + step)));
    } else if (asset) {
      event.preventDefault();
      const href = event.key === 'l' ? `/lineage?focus=${asset.id}` : assetHref(asset);
      if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
      else router.push(href);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      onKey(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
  return current;
}

const LIST_KEYS: ReadonlySet<string> = new Set([...Object.keys(STEPS), 'Enter', 'l']);

/** Arrows also work from the search field, and Enter while it holds the query that was answered; letters do not. */
function isListKey(event: KeyboardEvent, q: string): boolean {
  const { target, key } = event;
  if (!LIST_KEYS.has(key) || event.defaultPrevented || document.querySelector('dialog[open]')) return false;
  if (!(target instanceof HTMLElement)) return true;
  if (target instanceof HTMLInputElement && target.matches('[data-search]')) return isFieldKey(key, target.value, q);
  return !target.matches('input, textarea, select, a, button, summary');
}

function isFieldKey(key: string, text: string, q: string): boolean {
  return key.startsWith('Arrow') || (key === 'Enter' && text.trim() === q.trim());
}
