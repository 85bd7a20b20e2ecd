import { linearPattern } from '../../../shared/linear-pattern';
import { anyGlob } from './glob';
import type { ClassificationSelector, ColumnSelector, Selector } from './policy';
import type { ColumnSubject, SelectableAsset } from './subject';

export type Selects = (asset: SelectableAsset) => boolean;
type Sensitive = Pick<SelectableAsset, 'level' | 'categories'>;

/** Compiles a selector once; the test is pure and bounded by the size of selector and asset. */
export function compileSelector(selector: Selector): Selects {
  const parts = [...listParts(selector), ...factParts(selector), ...textParts(selector)];
  return (asset) => parts.every((part) => part(asset));
}

function listParts({ all, any, not }: Selector): Selects[] {
  const parts: Selects[] = [];
  if (all) parts.push(...all.map(compileSelector));
  if (any) {
    const some = any.map(compileSelector);
    parts.push((asset) => some.some((one) => one(asset)));
  }
  if (not) {
    const inner = compileSelector(not);
    parts.push((asset) => !inner(asset));
  }
  return parts;
}

function factParts({ classification, assetType, column, namePattern }: Selector): Selects[] {
  const parts: Selects[] = [];
  if (classification) parts.push(compileClassification(classification));
  if (assetType) {
    const types = new Set<string>(assetType);
    parts.push((asset) => types.has(asset.type));
  }
  if (column) {
    const fits = compileColumn(column);
    parts.push((asset) => asset.columns.some(fits));
  }
  if (namePattern !== undefined) {
    const pattern = linearPattern(namePattern);
    parts.push((asset) => pattern.match(asset.name) !== null);
  }
  return parts;
}

/** How to read each text that a selector can ask for; null fits nothing. */
const TEXTS: readonly (readonly [
  (selector: Selector) => readonly string[] | undefined,
  (asset: SelectableAsset) => readonly (string | null)[],
])[] = [
  [({ tag }) => tag, ({ tags }) => tags],
  [({ domain }) => domain, ({ domain }) => [domain]],
  [({ owner }) => owner, ({ owner }) => [owner]],
  [({ platform }) => platform, ({ platform }) => [platform]],
  [({ namespace }) => namespace, ({ namespace }) => [namespace]],
  [({ name }) => name, ({ name, displayName }) => [name, displayName]],
  [({ layer }) => layer, ({ layer }) => [layer]],
  [({ tier }) => tier, ({ tier }) => [tier]],
  [({ environment }) => environment, ({ environment }) => [environment]],
  [({ dbt }) => dbt?.package, ({ dbtPackage }) => [dbtPackage]],
  [({ dbt }) => dbt?.materialized, ({ materialized }) => [materialized]],
];

function textParts(selector: Selector): Selects[] {
  return TEXTS.flatMap(([wantedOf, valuesOf]) => {
    const wanted = wantedOf(selector);
    if (!wanted) return [];
    const fits = anyGlob(wanted);
    return [(asset: SelectableAsset) => valuesOf(asset).some((value) => value !== null && fits(value))];
  });
}

/** Tests level and categories of an asset or a column. */
export function compileClassification(wanted: ClassificationSelector): (thing: Sensitive) => boolean {
  const { minLevel, maxLevel, categories, unclassified } = wanted;
  const fits = categories && anyGlob(categories);
  const level = (thing: Sensitive): boolean =>
    (minLevel === undefined || (thing.level !== null && thing.level >= minLevel)) &&
    (maxLevel === undefined || (thing.level !== null && thing.level <= maxLevel));
  return (thing) => {
    const isUnclassified = thing.level === null && thing.categories.length === 0;
    if (unclassified !== undefined && unclassified !== isUnclassified) return false;
    return level(thing) && (!fits || thing.categories.some(fits));
  };
}

function compileColumn({ name, type, tag, classification }: ColumnSelector): (column: ColumnSubject) => boolean {
  const parts: ((column: ColumnSubject) => boolean)[] = [];
  if (name) parts.push(onColumn(name, ({ path }) => [path]));
  if (type) parts.push(onColumn(type, (column) => (column.type === null ? [] : [column.type])));
  if (tag) parts.push(onColumn(tag, ({ tags }) => tags));
  if (classification) parts.push(compileClassification(classification));
  return (column) => parts.every((part) => part(column));
}

function onColumn(
  wanted: readonly string[],
  valuesOf: (column: ColumnSubject) => readonly string[],
): (column: ColumnSubject) => boolean {
  const fits = anyGlob(wanted);
  return (column) => valuesOf(column).some(fits);
}

/** Categories that a selector asks for by name, wherever it does so without `not`. */
export function namedCategories(selector: Selector): readonly string[] {
  const own = [selector.classification, selector.column?.classification].flatMap((one) => one?.categories ?? []);
  const inner = [...(selector.all ?? []), ...(selector.any ?? [])].flatMap(namedCategories);
  return [...new Set([...own, ...inner])];
}

/** Whether a selector looks at columns other than the classified ones. */
export function asksForColumns(selector: Selector): boolean {
  const inner = [...(selector.all ?? []), ...(selector.any ?? []), ...(selector.not ? [selector.not] : [])];
  return selector.column !== undefined || inner.some(asksForColumns);
}
