import { familyOf, typeLabel } from './asset-type';
import type { AssetSummary } from './graph';

/** What colour stands for; one meaning at a time. */
export type Lens = 'layer' | 'type' | 'classification' | 'violations' | 'owner' | 'platform';

export const LENSES: readonly Lens[] = ['layer', 'type', 'classification', 'violations', 'owner', 'platform'];

/** A colour on light and on dark ground. */
export interface Hue {
  readonly light: string;
  readonly dark: string;
}

export const NEUTRAL: Hue = { light: '#7A8599', dark: '#64748B' };

const hue = (light: string, dark: string): Hue => ({ light, dark });

/** Found by search for contrast and for three kinds of colour blindness; the order is that of the layers. */
const CATEGORIES: readonly Hue[] = [
  hue('#7F4C00', '#BF8605'),
  hue('#1E9BEF', '#94B9FD'),
  hue('#3F34A8', '#9771E2'),
  hue('#1A827A', '#44A49A'),
  hue('#DD7B1D', '#FEAF72'),
  hue('#66004C', '#F7DAF7'),
];

const LAYERS = ['source', 'staging', 'intermediate', 'mart', 'bi', 'ml'];

const LAYER_WORDS: Readonly<Record<string, string>> = {
  raw: 'source',
  bronze: 'source',
  sources: 'source',
  landing: 'source',
  stg: 'staging',
  silver: 'staging',
  int: 'intermediate',
  marts: 'mart',
  gold: 'mart',
  exposure: 'bi',
  exposures: 'bi',
  consumption: 'bi',
  reporting: 'bi',
  semantic: 'bi',
};

const CLASSES: Readonly<Record<string, Hue>> = {
  PII: hue('#AF283C', '#E68775'),
  PHI: hue('#4D1E50', '#EAD4FD'),
  PCI: hue('#A37722', '#FABC53'),
  restricted: hue('#AF283C', '#E68775'),
  confidential: hue('#294B88', '#348DEF'),
  internal: hue('#2EA59E', '#79CEC6'),
  public: hue('#64748B', '#94A3B8'),
};

/** Of the worst open violation: its sign, word and colour. */
const SEVERITIES: Readonly<Record<string, { readonly label: string; readonly hue: Hue }>> = {
  error: { label: '✗ error', hue: hue('#791B0C', '#F24D48') },
  warning: { label: '▲ warning', hue: hue('#A06300', '#EEAA46') },
  info: { label: '◷ info', hue: hue('#2E40A2', '#5C78EA') },
};

/** Owners and platforms by count: the calmest hues first. */
const OWNER_ORDER = [1, 3, 4, 2, 0, 5];

const FAMILIES = ['table', 'view', 'stream', 'file', 'dashboard', 'model'];
const FAMILY_OF: Readonly<Record<string, string>> = { api: 'file', metric: 'model', job: 'stream', query: 'view' };

const VALUES: Readonly<Record<Lens, (asset: AssetSummary) => string | null | undefined>> = {
  layer: ({ layer }) => layer,
  type: ({ type }) => type,
  classification: (asset) => classOf(asset),
  violations: ({ openViolations }) => openViolations?.worst,
  owner: ({ owner }) => owner,
  platform: ({ platform }) => platform,
};

/** The word a lens has for an asset; '' when the catalog does not say. */
export function lensValue(lens: Lens, asset: AssetSummary): string {
  return VALUES[lens](asset) ?? '';
}

/** The strictest thing said: a known category before the level. */
export function classOf(asset: Pick<AssetSummary, 'level' | 'categories'>): string {
  const category = ['PHI', 'PII', 'PCI'].find((known) => asset.categories.includes(known));
  return category ?? asset.categories[0] ?? asset.level?.toLowerCase() ?? '';
}

/** The colour of a class; its word stands beside it. */
export function classHue(value: string): Hue {
  return CLASSES[value] ?? NEUTRAL;
}

export interface LegendEntry {
  readonly value: string;
  readonly label: string;
  readonly hue: Hue;
  readonly count: number;
}

/**
 * The values of a lens present among the assets, most frequent first for owners and platforms, else in their own order.
 *
 * Counts sum to the number of assets; "not said" comes last. Owners and platforms beyond the sixth share the neutral hue.
 */
export function legendOf(lens: Lens, assets: readonly AssetSummary[]): LegendEntry[] {
  const counts = new Map<string, number>();
  for (const asset of assets) {
    const value = lensValue(lens, asset);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const byCount = [...counts].sort(
    ([a, m], [b, n]) => Number(a === '') - Number(b === '') || n - m || (a < b ? -1 : 1),
  );
  const entries = byCount.map(([value, count], index) => ({
    value,
    count,
    label: labelOf(lens, value),
    hue: hueOf(lens, value, index),
  }));
  if (lens === 'violations') return entries.sort((a, b) => severityIndex(a.value) - severityIndex(b.value));
  return lens === 'layer' ? entries.sort((a, b) => layerIndex(a.value) - layerIndex(b.value)) : entries;
}

/** Colours by value; what is not in the legend is neutral. */
export function huesOf(legend: readonly LegendEntry[]): ReadonlyMap<string, Hue> {
  return new Map(legend.map((entry) => [entry.value, entry.hue]));
}

const NOTHING_SAID: Readonly<Partial<Record<Lens, string>>> = {
  classification: 'not classified',
  violations: 'none open',
};

function labelOf(lens: Lens, value: string): string {
  if (value === '') return NOTHING_SAID[lens] ?? `no ${lens}`;
  if (lens === 'violations') return SEVERITIES[value]?.label ?? value;
  return lens === 'type' ? typeLabel(value) : value;
}

function hueOf(lens: Lens, value: string, index: number): Hue {
  if (value === '') return NEUTRAL;
  if (lens === 'classification') return classHue(value);
  if (lens === 'violations') return SEVERITIES[value]?.hue ?? NEUTRAL;
  return CATEGORIES[categoryOf(lens, value, index)] ?? NEUTRAL;
}

/** Which of the categorical hues; -1 for none. */
function categoryOf(lens: Lens, value: string, index: number): number {
  if (lens === 'layer') return LAYERS.indexOf(layerWord(value));
  if (lens !== 'type') return OWNER_ORDER[index] ?? -1;
  const family = familyOf(value);
  return FAMILIES.indexOf(FAMILY_OF[family] ?? family);
}

function layerWord(value: string): string {
  const word = value.toLowerCase();
  return LAYER_WORDS[word] ?? word;
}

/** Known layers from source to ml, then others, then none. */
function layerIndex(value: string): number {
  if (value === '') return LAYERS.length + 1;
  const index = LAYERS.indexOf(layerWord(value));
  return index < 0 ? LAYERS.length : index;
}

/** The worst first, then none. */
function severityIndex(value: string): number {
  const index = Object.keys(SEVERITIES).indexOf(value);
  return index < 0 ? Object.keys(SEVERITIES).length : index;
}
