import { Suspense } from 'react';
import { HelpButton } from './help-dialog';
import styles from './shell.module.css';
import { ThemeMenu } from './theme-menu';
import { TopSearch } from './top-search';
import { UserMenu } from './user-menu';
import type { Viewer } from './viewer';

/** Search, help, theme and the person. */
export function TopBar({ viewer }: { readonly viewer: Viewer | null }) {
  return (
    <header className={styles['top']}>
      <Suspense>
        <TopSearch />
      </Suspense>
      <div className={styles['spacer']} />
      <HelpButton />
      <ThemeMenu />
      <UserMenu viewer={viewer} />
    </header>
  );
}
