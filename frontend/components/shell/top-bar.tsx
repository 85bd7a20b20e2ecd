import { Icon } from '../icon';
import { HelpButton } from './help-dialog';
import { PaletteButton } from './command-palette';
import styles from './shell.module.css';
import { ThemeMenu } from './theme-menu';
import { UserMenu } from './user-menu';
import type { Viewer } from './viewer';

/** Search, help, theme and the person. The search form works before any script has arrived. */
export function TopBar({ viewer }: { readonly viewer: Viewer | null }) {
  return (
    <header className={styles['top']}>
      <form action="/search" role="search" className={styles['search']}>
        <Icon name="search" className={styles['searchIcon']} />
        <input
          className={styles['searchInput']}
          type="search"
          name="q"
          placeholder="Search tables, columns, owners, tags"
          aria-label="Search the catalog"
          autoComplete="off"
          spellCheck={false}
          data-search
        />
        <PaletteButton className={styles['searchKeys']} />
      </form>
      <div className={styles['spacer']} />
      <HelpButton />
      <ThemeMenu />
      <UserMenu viewer={viewer} />
    </header>
  );
}
