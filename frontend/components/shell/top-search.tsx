'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { Icon } from '../icon';
import { withSearch } from '../url-state';
import { PaletteButton } from './command-palette';
import styles from './shell.module.css';

const PAUSE_MS = 220;

/** The one search field. On the search page it is the query itself and answers while one types. */
export function TopSearch() {
  const isOnSearch = usePathname() === '/search';
  const q = useSearchParams().get('q') ?? '';
  return <SearchField key={isOnSearch ? 'live' : 'jump'} isLive={isOnSearch} q={isOnSearch ? q : ''} />;
}

/** Before any script has arrived the form works by itself. */
function SearchField({ isLive, q }: { readonly isLive: boolean; readonly q: string }) {
  const router = useRouter();
  const [text, setText] = useState(q);
  const [isPending, startTransition] = useTransition();
  const written = useRef(q);
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  const go = (wanted: string, isStep: boolean) => {
    written.current = wanted;
    const href = withSearch('/search', { q: wanted });
    startTransition(() => {
      if (isStep) router.push(href);
      else router.replace(href, { scroll: false });
    });
  };
  useEffect(() => {
    if (!isLive || text.trim() === written.current) return undefined;
    const timer = setTimeout(() => { go(text.trim(), false); }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [text, isLive]);
  return (
    <form
      action="/search"
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        go(text.trim(), true);
      }}
    >
      <Icon name="search" className={styles['searchIcon']} />
      <input
        className={styles['searchInput']}
        type="search"
        name="q"
        value={text}
        onChange={(event) => { setText(event.target.value); }}
        placeholder="Search: orders  type:table  owner:finance  tag:core"
        aria-label="Search the catalog"
        autoComplete="off"
        spellCheck={false}
        data-search
      />
      {isPending ? <span className={styles['searchWait']} aria-hidden="true" /> : <PaletteButton className={styles['searchKeys']} />}
    </form>
  );
}
