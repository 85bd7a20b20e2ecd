import type { IconName } from '../icon';

/** One place of the app: where it is, how it is reached by keys, who may want it. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  /** After `g`; none for places without a chord. */
  readonly key: string | null;
  /** Shown only to those who hold it; null for everybody who is signed in. */
  readonly permission: string | null;
}

/** The rail, in order; the second group sits apart below the first. */
export const PLACES: readonly Place[] = [
  { href: '/', label: 'Home', icon: 'home', key: 'h', permission: null },
  { href: '/search', label: 'Search', icon: 'search', key: 's', permission: null },
  { href: '/lineage', label: 'Lineage', icon: 'lineage', key: 'l', permission: null },
];

export const ADMIN_PLACES: readonly Place[] = [
  { href: '/admin/ingestion', label: 'Ingestion', icon: 'inbox', key: 'i', permission: 'ingest:read' },
  { href: '/admin/namespaces', label: 'Namespaces', icon: 'globe', key: 'n', permission: 'namespace:read' },
  { href: '/explorer', label: 'API explorer', icon: 'terminal', key: 'e', permission: null },
  { href: '/admin/people', label: 'People', icon: 'people', key: 'p', permission: 'people:manage' },
  { href: '/admin/tokens', label: 'Tokens', icon: 'key', key: 't', permission: 'tokens:manage' },
];

/** Whether a place is where the reader is: itself or below it, home only itself. */
export function isHere(place: Place, pathname: string): boolean {
  if (place.href === '/') return pathname === '/';
  if (place.href === '/search' && pathname.startsWith('/assets/')) return true;
  return pathname === place.href || pathname.startsWith(`${place.href}/`);
}

/** Remembers the width of the rail; the server reads it to draw the right one first. */
export const RAIL_COOKIE = 'tributary-rail';
