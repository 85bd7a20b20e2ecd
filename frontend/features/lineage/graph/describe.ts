import { count } from '../../../components/text/numbers';
import { changeSign } from './change-signs';
import type { AssetSummary } from './graph';
import { classOf, type LegendEntry } from './lens';
import type { View } from './view';
import type { MoreNode, SideState, VisibleNode } from './visible';

/** 1,284 of something in at most four characters: "1.3k". */
export function shortCount(value: number): string {
  if (value < 1000) return String(value);
  return value < 10_000 ? `${(value / 1000).toFixed(1).replace('.0', '')}k` : `${String(Math.round(value / 1000))}k`;
}

/** Where an asset stands: the name without its last part, or the namespace when there is nothing else. */
export function pathLabel(asset: Pick<AssetSummary, 'name' | 'displayName' | 'namespace'>): string {
  const { name, displayName, namespace } = asset;
  if (name === displayName || !name.endsWith(displayName)) return name === displayName ? namespace : name;
  return name.slice(0, -displayName.length).replace(/[./]$/, '') || namespace;
}

const STATUS_WORDS: Readonly<Record<string, string>> = { STUB: 'only mentioned by others' };

/** The card in one sentence, for readers who do not see it; it begins with the words on the card, in their order. */
export function spokenName(node: VisibleNode, typeWord: string): string {
  const { asset, up, down, change } = node;
  const words = [
    asset.displayName,
    asset.columnCount > 0 && `${shortCount(asset.columnCount)} col`,
    asset.status !== 'ACTIVE' && asset.status.toLowerCase(),
    changeSign(change?.difference).word,
    typeWord,
    asset.layer,
    classOf(asset),
    STATUS_WORDS[asset.status],
    spokenViolations(asset),
  ];
  return [...words.filter(Boolean), `${spokenSide(up)} upstream`, `${spokenSide(down)} downstream`].join(', ');
}

function spokenViolations({ openViolations }: AssetSummary): string {
  if (openViolations === null) return '';
  return `${count(openViolations.total)} open ${openViolations.total === 1 ? 'violation' : 'violations'}`;
}

/** A row in one sentence. */
export function spokenColumn({ asset, column, up, down }: VisibleNode): string {
  if (column === null) return `${asset.displayName} as a whole, which column is not known`;
  const { name, type, level, categories } = column;
  const words = [`${asset.displayName}.${name}`, type, classOf({ level, categories })].filter(Boolean);
  return [...words, `${spokenSide(up)} upstream`, `${spokenSide(down)} downstream`].join(', ');
}

function spokenSide({ total, shown }: SideState): string {
  return total === shown ? count(total) : `${count(shown)} of ${count(total)}`;
}

/** "10 of 300 downstream of calendar_hub shown" */
export function spokenExpansion(node: VisibleNode, side: 'up' | 'down'): string {
  return `${spokenSide(node[side])} ${side === 'up' ? 'upstream' : 'downstream'} of ${node.asset.displayName} shown`;
}

/** "290 more downstream of calendar_hub" */
export function spokenMore(more: MoreNode, owner: string): string {
  return `${count(more.count)} more ${more.side === 'up' ? 'upstream' : 'downstream'} of ${owner}`;
}

/** What a graph counts. */
export function nounOf({ level }: Pick<View, 'level'>): string {
  return level === 'column' ? 'columns' : 'assets';
}

/** "12 of 302 shown", "12 of 12 columns shown"; with "up to" when assets may be counted more than once. */
export function shownLabel(counts: { shown: number; total: number; isExact: boolean }, noun = ''): string {
  return `${count(counts.shown)} of ${counts.isExact ? '' : 'up to '}${count(counts.total)}${noun} shown`;
}

/** The legend as one line: "source 3 · staging 9". */
export function legendLine(legend: readonly LegendEntry[]): string {
  return legend.map((entry) => `${entry.label} ${count(entry.count)}`).join(' · ');
}
