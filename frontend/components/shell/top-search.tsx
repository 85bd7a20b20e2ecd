'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
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

interface SearchFieldProps {
  readonly isLive: boolean;
  readonly q: string;
}

/** Before any script has arrived the form works by itself. */
function SearchField({ isLive, q }: SearchFieldProps) {
  const { text, setText, isPending, submit } = useQueryText(isLive, q);
  return (
    <form
      action="/search"
      role="search"
      className={styles['search']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Icon name="search" className={styles['searchIcon']} />
      <input
        className={styles['searchInput']}
        type="search"
        name="q"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        placeholder="Search: orders  type:table  -layer:staging  missing:owner"
        aria-label="Search the catalog"
        autoComplete="off"
        spellCheck={false}
        data-search
      />
      {isPending && <span className={styles['searchWait']} aria-hidden="true" />}
      {!isPending && <PaletteButton className={styles['searchKeys']} />}
    </form>
  );
}

/** What stands in the field, kept in step with the address both ways; typing replaces, Enter is a step for Back. */
function useQueryText(isLive: boolean, q: string) {
  const router = useRouter();
  const [text, setText] = useState(q);
  const [isPending, startTransition] = useTransition();
  const written = useRef(q);
  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  const go = (isStep: boolean) => {
    written.current = text.trim();
    const href = withSearch('/search', { q: written.current });
    startTransition(() => {
      if (isStep) router.push(href);
      else router.replace(href, { scroll: false });
    });
  };
  const answer = useEffectEvent(() => {
    go(false);
  });
  useEffect(() => {
    if (!isLive || text.trim() === written.current) return undefined;
    const timer = setTimeout(() => {
      answer();
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text, isLive]);
  const submit = () => {
    go(true);
  };
  return { text, setText, isPending, submit };
}
