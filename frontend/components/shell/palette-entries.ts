import type { AssetType, SuggestAssetsQuery } from '../../graphql/generated/graphql';
import { assetHref } from '../asset/asset-href';
import type { IconName } from '../icon';
import { plainSnippet } from '../text/snippet';
import type { Place } from './places';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly section: 'Assets' | 'Columns' | 'Go to' | 'Search';
  readonly label: string;
  readonly detail: string;
  readonly sign: { readonly icon: IconName } | { readonly type: AssetType };
  readonly href: string;
}

type Suggestion = SuggestAssetsQuery['suggest'][number];

/**
 * The palette's lines for what was typed: what was found, places whose name fits, and a full search as the last resort.
 *
 * `>` narrows to places, `:` leads to the column that matched.
 */
export function paletteEntries(text: string, found: readonly Suggestion[], places: readonly Place[]): PaletteEntry[] {
  const onlyPlaces = text.startsWith('>');
  const wanted = text
    .replace(/^[>:]\s*/, '')
    .trim()
    .toLowerCase();
  const fitting = places.filter((place) => place.label.toLowerCase().includes(wanted)).map(placeEntry);
  if (onlyPlaces || wanted === '') return fitting;
  const isForColumns = text.startsWith(':');
  return [...found.map((each) => assetEntry(each, wanted, isForColumns)), ...fitting, searchEntry(text.trim())];
}

/** Leads to the asset, or to the column that was meant. */
function assetEntry({ asset, matched }: Suggestion, wanted: string, isForColumns: boolean): PaletteEntry {
  const columns = matched.filter(({ field }) => field === 'column');
  const literally = columns.find(({ snippet }) => plainSnippet(snippet).toLowerCase().includes(wanted));
  const isNamed = asset.name.toLowerCase().includes(wanted) || matched.some(({ field }) => field === 'name');
  const column = isForColumns || !isNamed ? (literally ?? columns[0]) : onlyIn(asset.name, wanted, literally);
  const query = column ? `tab=columns&col=${encodeURIComponent(plainSnippet(column.snippet))}` : '';
  return {
    id: asset.id,
    section: column ? 'Columns' : 'Assets',
    label: column ? `${asset.displayName}.${plainSnippet(column.snippet)}` : asset.displayName,
    detail: asset.name,
    sign: { type: asset.type },
    href: assetHref(asset, query),
  };
}

/** A column that holds the very text, unless the name of its asset does so too. */
function onlyIn<Match>(name: string, wanted: string, literally: Match | undefined): Match | undefined {
  return name.toLowerCase().includes(wanted) ? undefined : literally;
}

function placeEntry(place: Place): PaletteEntry {
  return {
    id: place.href,
    section: 'Go to',
    label: place.label,
    detail: place.key ? `g ${place.key}` : '',
    sign: { icon: place.icon },
    href: place.href,
  };
}

function searchEntry(text: string): PaletteEntry {
  return {
    id: 'search',
    section: 'Search',
    label: `Search for “${text}”`,
    detail: '',
    sign: { icon: 'search' },
    href: `/search?q=${encodeURIComponent(text)}`,
  };
}
