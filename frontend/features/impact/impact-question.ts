import { CHANGES, type CHANGE_CLASSES } from '../../components/url-state';

export type Change = (typeof CHANGES)[number];
export type ChangeClassWord = (typeof CHANGE_CLASSES)[number];

/** What is asked: a change to an asset, or to one of its columns, and which of its consequences to list. */
export interface ImpactQuestion {
  readonly asset: string;
  readonly column: string | null;
  readonly change: Change;
  readonly class: ChangeClassWord | null;
  readonly after: string | null;
}

/** Changes that can be made: only a column has a type. */
export function changesOf(column: string | null): readonly Change[] {
  return CHANGES.filter((change) => column !== null || change !== 'retype');
}

/** Where the whole list is to be had as a file. */
export function csvHref({ asset, column, change }: ImpactQuestion): string {
  const query = new URLSearchParams({ assetId: asset, change, ...(column !== null && { column }) });
  return `/api/v1/impact.csv?${query.toString()}`;
}
