/** Questions that the explorer answers beside what feeds what; one at a time. */
export const MODES = ['time', 'compare', 'path', 'select'] as const;
export type Mode = (typeof MODES)[number];

/** Parameters of the address that only mean something in one mode: leaving it forgets them. */
export const OWN_PARAMS = {
  time: [],
  compare: ['from', 'to'],
  path: ['path', 'way'],
  select: ['select'],
} as const satisfies Record<Mode, readonly string[]>;
