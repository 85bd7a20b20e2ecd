import type { IconName } from '../icon';

/** Parts of the rail, top to bottom, with a line between them. */
export const SECTIONS = ['find', 'watch', 'run'] as const;

/** One place of the app: where it is, how it is reached by keys, who may want it. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly section: (typeof SECTIONS)[number];
  /** After `g`, unlike any other's; none for places without a chord. */
  readonly key: string | null;
  /** Shown only to those who hold it; null for everybody who is signed in. */
  readonly permission: string | null;
  /** Other addresses that belong to it, each with what is below. */
  readonly also?: readonly string[];
}

/** Every entry of the rail, of the palette's places and of the `g` keys, in order within its section. */
export const PLACES: readonly Place[] = [
  { section: 'find', href: '/', label: 'Home', icon: 'home', key: 'h', permission: null },
  {
    section: 'find',
    href: '/search',
    label: 'Search',
    icon: 'search',
    key: 's',
    permission: null,
    also: ['/assets', '/impact'],
  },
  { section: 'find', href: '/lineage', label: 'Lineage', icon: 'lineage', key: 'l', permission: null },
  {
    section: 'watch',
    href: '/governance',
    label: 'Governance',
    icon: 'shield',
    key: 'g',
    permission: 'governance:read',
  },
  {
    section: 'watch',
    href: '/pipelines',
    label: 'Pipelines',
    icon: 'play',
    key: 'p',
    permission: 'lineage:read',
    also: ['/runs'],
  },
  {
    section: 'run',
    href: '/admin/ingestion',
    label: 'Ingestion',
    icon: 'inbox',
    key: 'i',
    permission: 'ingest:read',
  },
  {
    section: 'run',
    href: '/admin/namespaces',
    label: 'Namespaces',
    icon: 'globe',
    key: 'n',
    permission: 'namespace:read',
  },
  { section: 'run', href: '/explorer', label: 'API explorer', icon: 'terminal', key: 'e', permission: 'self' },
  { section: 'run', href: '/admin/people', label: 'People', icon: 'people', key: 'u', permission: 'people:manage' },
  { section: 'run', href: '/admin/tokens', label: 'Tokens', icon: 'key', key: 't', permission: 'tokens:manage' },
  { section: 'run', href: '/admin/webhooks', label: 'Webhooks', icon: 'bell', key: 'w', permission: 'webhook:manage' },
];

/** Whether a place is where the reader is: itself or below it, home only itself. */
export function isHere(place: Place, pathname: string): boolean {
  if (place.href === '/') return pathname === '/';
  return [place.href, ...(place.also ?? [])].some((href) => pathname === href || pathname.startsWith(`${href}/`));
}

/** Remembers the width of the rail; the server reads it to draw the right one first. */
export const RAIL_COOKIE = 'tributary-rail';
