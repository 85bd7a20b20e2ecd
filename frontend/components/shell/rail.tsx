'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useCallback, useState } from 'react';
import { Icon } from '../icon';
import { compact } from '../text/numbers';
import { Logo } from './logo';
import { isHere, RAIL_COOKIE, SECTIONS, type Place } from './places';
import styles from './shell.module.css';
import { useShortcut } from './shortcuts';

interface RailProps {
  readonly places: readonly Place[];
  /** How much waits at a place, by its address; absent: nothing, or not known. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly isWideAtFirst: boolean;
}

/** The way between pages: signs, or signs with words. */
export function Rail({ places, waiting, isWideAtFirst }: RailProps) {
  const [isWide, setWide] = useState(isWideAtFirst);
  const toggle = useCallback(() => {
    setWide((wide) => {
      document.cookie = `${RAIL_COOKIE}=${wide ? 'narrow' : 'wide'}; path=/; max-age=31536000; samesite=lax`;
      return !wide;
    });
  }, []);
  useShortcut({ keys: '[', label: 'Widen or narrow the rail', group: 'View', run: toggle });
  return (
    <nav className={styles['rail']} aria-label="Main" data-wide={isWide || undefined}>
      <Link href="/" className={styles['brand']} aria-label="Tributary, home">
        <Logo />
        {isWide && 'Tributary'}
      </Link>
      <div className={styles['places']}>
        {SECTIONS.map((section) => (
          <RailSection key={section} places={places.filter((place) => place.section === section)} waiting={waiting} />
        ))}
      </div>
      <button
        type="button"
        className={styles['place']}
        onClick={toggle}
        aria-expanded={isWide}
        title="Widen or narrow  ["
      >
        <Icon name="rail" />
        <span className={styles['placeLabel']}>{isWide ? 'Narrow' : 'Widen navigation'}</span>
      </button>
    </nav>
  );
}

function RailSection({ places, waiting }: Pick<RailProps, 'places' | 'waiting'>) {
  if (places.length === 0) return null;
  return (
    <div className={styles['section']}>
      {places.map((place) => (
        <RailPlace key={place.href} place={place} waiting={waiting[place.href] ?? 0} />
      ))}
    </div>
  );
}

function RailPlace({ place, waiting }: { readonly place: Place; readonly waiting: number }) {
  const isCurrent = isHere(place, usePathname());
  const chord = place.key ? `  g ${place.key}` : '';
  return (
    <Link
      href={place.href}
      prefetch={false}
      className={styles['place']}
      title={`${place.label}${chord}`}
      {...(isCurrent && { 'aria-current': 'page' as const })}
    >
      <Icon name={place.icon} />
      <span className={styles['placeLabel']}>{place.label}</span>
      {waiting > 0 && (
        <span className={styles['waiting']}>
          {compact(waiting)}
          <span className="hidden-visually"> open</span>
        </span>
      )}
    </Link>
  );
}
