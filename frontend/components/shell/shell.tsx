import { cookies } from 'next/headers';
import { Suspense, type ReactNode } from 'react';
import { CommandPalette } from './command-palette';
import { GlobalKeys } from './global-keys';
import { HelpDialog } from './help-dialog';
import { NavigationProgress } from './navigation-progress';
import { PLACES, RAIL_COOKIE, type Place } from './places';
import { Rail } from './rail';
import styles from './shell.module.css';
import { Toasts } from './toasts';
import { TopBar } from './top-bar';
import { may, type Viewer } from './viewer';
import { waitingAt } from './waiting';

interface ShellProps {
  readonly viewer: Viewer | null;
  readonly children: ReactNode;
}

/** Rail, top bar and everything that floats above pages. Pages fill `main`, which scrolls. */
export async function Shell({ viewer, children }: ShellProps) {
  const places = PLACES.filter((place) => isFor(place, viewer));
  const [jar, waiting] = await Promise.all([cookies(), waitingAt(places)]);
  return (
    <div className={styles['frame']} data-shell>
      <a href="#main" className={styles['skip']}>
        Skip to content
      </a>
      <Rail places={places} waiting={waiting} isWideAtFirst={jar.get(RAIL_COOKIE)?.value === 'wide'} />
      <TopBar viewer={viewer} />
      <main id="main" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <GlobalKeys places={places} />
      <CommandPalette places={places} />
      <HelpDialog />
      <Toasts />
      <Suspense>
        <NavigationProgress />
      </Suspense>
    </div>
  );
}

function isFor(place: Place, viewer: Viewer | null): boolean {
  return place.permission === null || may(viewer, place.permission);
}
