/** Strokes on a 16-pixel grid; each path is drawn once. */
const PATHS = {
  home: 'M2.5 7.2 8 2.5l5.5 4.7M4 6.2v7.3h8V6.2M6.5 13.5V9.5h3v4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  lineage: 'M2 5.5h3v-3H2zM11 4.5h3v-3h-3zM11 14.5h3v-3h-3zM5 4h2.5c1 0 1.5-1 3.5-1M7 4c2 0 1 9 4 9',
  impact: 'M3 8h3l1.5-4 2.5 8L11.5 8H13.5',
  inbox: 'M2 9.5 4 3h8l2 6.5v4H2zM2 9.5h3.5l1 2h3l1-2H14',
  people:
    'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 9.8c1.5.6 2.5 1.9 2.5 3.7',
  key: 'M5.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8.5 7.5H14v2.5M11.5 7.5V9',
  bell: 'M4 11.5V7a4 4 0 0 1 8 0v4.5l1.5 1h-11zM6.8 14.5h2.4',
  globe: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2 8h12M8 2c2 1.7 2.5 4 2.5 6S10 12.3 8 14C6 12.3 5.5 10 5.5 8S6 3.7 8 2Z',
  terminal: 'M2 3h12v10H2zM4.5 6l2 2-2 2M8.5 10.2h3',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.3C6.3 5.2 7 4.6 8 4.6s1.7.7 1.7 1.6c0 1.3-1.7 1.4-1.7 2.7M8 11.2v.1',
  sun: 'M8 10.7a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  moon: 'M13.5 9.6A5.7 5.7 0 0 1 6.4 2.5a5.7 5.7 0 1 0 7.1 7.1Z',
  screen: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  down: 'm4 6 4 4 4-4',
  right: 'm6 4 4 4-4 4',
  left: 'm10 4-4 4 4 4',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  leaveOut: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM4.2 11.8l7.6-7.6',
  close: 'm4 4 8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  external: 'M9.5 2.5h4v4M13.5 2.5 8 8M7 3.5H2.5v10h10V9',
  edit: 'M3 13h2.5L13 5.5 10.5 3 3 10.5zM9 4.5 11.5 7',
  refresh: 'M13.5 8A5.5 5.5 0 1 1 11.7 3.9M13.5 2v3h-3',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  warning: 'M8 2.5 14 13.5H2zM8 6.5v3.2M8 11.6v.1',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.3v3.7M8 5v.1',
  merge: 'M3 2.5c0 4 4 3 4 6v5M13 2.5c0 4-6 3-6 6M5 11.7l2 2 2-2',
  split: 'M8 14V9c0-3-4-2-4-6M8 9c0-3 4-2 4-6M2.5 4.5 4 3l1.5 1.5M10.5 4.5 12 3l1.5 1.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6',
  panel: 'M2 3h12v10H2zM10 3v10',
  rail: 'M2 3h12v10H2zM6 3v10',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  tag: 'M2.5 2.5h5l6 6-5 5-6-6zM5.2 5.2h.1',
  user: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 14c0-2.8 2.3-4.4 5.2-4.4s5.2 1.6 5.2 4.4',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  play: 'M4.5 2.8v10.4L13 8z',
  shield: 'M8 2 13 4v4c0 3.2-2.2 5-5 6-2.8-1-5-2.8-5-6V4z',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  signOut: 'M6.5 2.5h-4v11h4M10.5 5l3 3-3 3M13.5 8h-7',
} as const;

export type IconName = keyof typeof PATHS;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A decorative sign: always beside words, or on a control that has a name of its own. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.35"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={className}
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
