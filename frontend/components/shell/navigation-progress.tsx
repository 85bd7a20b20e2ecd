'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import styles from './shell.module.css';

const PATIENCE_MS = 150;

/** A thin bar while the next page is on its way; the old one stays readable until then. */
export function NavigationProgress() {
  const address = `${usePathname()}?${useSearchParams().toString()}`;
  const [departure, setDeparture] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onClick = (event: MouseEvent): void => {
      clearTimeout(timer);
      if (!leadsElsewhere(event)) return;
      timer = setTimeout(() => {
        setDeparture(`${location.pathname}?${location.search.slice(1)}`);
      }, PATIENCE_MS);
    };
    document.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', onClick);
    };
  }, [address]);
  if (departure === null || departure !== address) return null;
  return <div className={styles['progress']} role="progressbar" aria-label="Loading the next page" />;
}

function leadsElsewhere(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const opensApart = event.metaKey || event.ctrlKey || event.shiftKey;
  return link !== null && !opensApart && link.target === '' && isOtherPage(link);
}

function isOtherPage(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin) return false;
  return link.pathname !== location.pathname || link.search !== location.search;
}
