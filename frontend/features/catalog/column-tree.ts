import type { AssetColumnsQuery } from '../../graphql/generated/graphql';

export type ColumnRow = NonNullable<AssetColumnsQuery['assetByName']>['columns'][number];

/** A column in its tree: nested paths below the field that holds them. */
export interface TreeColumn extends ColumnRow {
  readonly depth: number;
  /** The last step of the path; the whole path for columns of the top. */
  readonly label: string;
}

/** What to keep of the columns. */
export interface ColumnFilter {
  readonly text: string;
  readonly onlyClassified: boolean;
  readonly onlyUndescribed: boolean;
}

/**
 * Columns with their depth: `address.geo.lat` stands two below `address`.
 *
 * Order is the source's. A path whose holder is not a column itself stays whole: names may contain dots.
 */
export function columnTree(columns: readonly ColumnRow[]): TreeColumn[] {
  const known = new Set(columns.map(({ name }) => name));
  const depths = new Map<string, number>();
  return columns.map((column) => {
    const holder = holderOf(column.name, known);
    const depth = holder === null ? 0 : (depths.get(holder) ?? 0) + 1;
    depths.set(column.name, depth);
    return {
      ...column,
      depth,
      label: holder === null ? column.name : column.name.slice(holder.length).replace(/^\./, ''),
    };
  });
}

/** The longest known path that this one starts with, at a step's border; null for the top. */
function holderOf(path: string, known: ReadonlySet<string>): string | null {
  for (let end = path.length - 1; end > 0; end -= 1) {
    const isBorder = path[end] === '.' || path[end] === '[' || path[end] === '{';
    if (isBorder && known.has(path.slice(0, end))) return path.slice(0, end);
  }
  return null;
}

/** The columns that fit, and what holds them; the filter looks at path, type, description and tags. */
export function filterColumns(columns: readonly TreeColumn[], filter: ColumnFilter): TreeColumn[] {
  const text = filter.text.trim().toLowerCase();
  return columns.filter(
    (column) =>
      (text === '' || haystack(column).includes(text)) &&
      (!filter.onlyClassified || column.classification) &&
      (!filter.onlyUndescribed || !column.description),
  );
}

function haystack({ name, type, description, tags }: TreeColumn): string {
  return [name, type ?? '', description ?? '', ...tags].join('\n').toLowerCase();
}
