import { typeLabel, TYPES } from '../../components/asset/asset-type';

/** Fields that narrow by their values, in the order in which they are written. */
export const FILTER_KEYS = [
  'type',
  'platform',
  'namespace',
  'layer',
  'tag',
  'owner',
  'class',
  'source',
  'status',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** Keys that ask whether something is known at all. */
export const PRESENCE_KEYS = ['has', 'missing'] as const;
export type PresenceKey = (typeof PRESENCE_KEYS)[number];

export type ClauseKey = FilterKey | PresenceKey;

/** What `has:` and `missing:` may ask for. */
export const PRESENCES = ['owner', 'description', 'layer', 'tag', 'class', 'column', 'upstream', 'downstream'] as const;

const SPELLINGS: Readonly<Record<string, FilterKey>> = {
  classification: 'class',
  tags: 'tag',
  owners: 'owner',
  ns: 'namespace',
  kind: 'type',
  types: 'type',
  is: 'status',
};

const STATUSES = ['ACTIVE', 'STUB', 'RETIRED'] as const;
/** Fields with a closed list of values, written in small letters with hyphens and read in capitals. */
const CLOSED: Partial<Record<FilterKey, readonly string[]>> = { type: TYPES, status: STATUSES };

/** The key that a name before a colon stands for. */
export function keyOf(name: string): ClauseKey | undefined {
  const lower = name.toLowerCase();
  return SPELLINGS[lower] ?? [...FILTER_KEYS, ...PRESENCE_KEYS].find((known) => known === lower);
}

export function isPresence(key: ClauseKey): key is PresenceKey {
  return key === 'has' || key === 'missing';
}

/** A value as the catalog spells it. */
export function spell(key: ClauseKey, value: string): string {
  if (isPresence(key)) return SPELLINGS[value.toLowerCase()] ?? value.toLowerCase();
  return CLOSED[key] ? value.toUpperCase().replaceAll(/[- ]/g, '_') : value;
}

/** What a key may be followed by, in words; null when the value is fine. */
export function whyNot(key: ClauseKey, value: string): string | null {
  if (isPresence(key)) return isIn(PRESENCES, value) ? null : `“${key}:” can be one of ${PRESENCES.join(', ')}.`;
  const closed = CLOSED[key];
  if (!closed || isIn(closed, value)) return null;
  return `“${key}:” can be one of ${closed.map((each) => written(key, each)).join(', ')}.`;
}

function isIn(values: readonly string[], value: string): boolean {
  return values.includes(value);
}

/** A value as it is written in a query. */
export function written(key: ClauseKey, value: string): string {
  const isSmall = key === 'class' || (!isPresence(key) && CLOSED[key] !== undefined);
  return isSmall ? value.toLowerCase().replaceAll('_', '-') : value;
}

/** A value in the words of the page. */
export function wordFor(key: ClauseKey, value: string): string {
  const type = key === 'type' ? TYPES.find((known) => known === value) : undefined;
  if (type) return typeLabel(type);
  return key === 'status' || key === 'class' ? value.toLowerCase() : value;
}
