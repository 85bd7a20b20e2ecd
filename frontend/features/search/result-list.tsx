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
  /** The line above and the notes below it, drawn on the server. */
  readonly head: ReactNode;
  readonly foot: ReactNode;
}

/** Results that can be walked with the arrow keys; the one that is walked over is previewed beside. */
export function ResultList({ hits, head, foot }: ResultListProps) {
  const [current, setCurrent] = useState(-1);
  const router = useRouter();
  const open = useEffectEvent((isElsewhere: boolean, isLineage: boolean) => {
    const asset = hits[current]?.asset;
    if (!asset) return;
    const href = isLineage ? `/lineage?focus=${asset.id}` : assetHref(asset);
    if (isElsewhere) window.open(href, '_blank', 'noopener');
    else router.push(href);
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter' && event.key !== 'l') return;
    if (!isListKey(event)) return;
    if (step === undefined) {
      open(event.metaKey || event.ctrlKey, event.key === 'l');
      return;
    }
    event.preventDefault();
    setCurrent((index) => Math.max(0, Math.min(hits.length - 1, index + step)));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => { onKey(event); };
    document.addEventListener('keydown', listen);
    return () => { document.removeEventListener('keydown', listen); };
  }, []);
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

/** Arrows also work from the search field; letters and Enter only from the page itself. */
function isListKey(event: KeyboardEvent): boolean {
  const { target } = event;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return false;
  if (!(target instanceof HTMLElement)) return true;
  if (target.matches('input[data-search]')) return event.key.startsWith('Arrow');
  return !target.matches('input, textarea, select, a, button, summary');
}
