import { counted } from '../../../../components/text/numbers';
import type { LineageChangesQuery } from '../../../../graphql/generated/graphql';
import { momentWords } from '../../../../components/text/moment-words';

export type Moment = LineageChangesQuery['lineageChanges']['nodes'][number];

/** A place of the slider: before the first change, at each change, now. Between two of them nothing changed. */
export interface Stop {
  /** Null for now. */
  readonly at: Date | null;
  readonly kind: 'before' | 'change' | 'now';
  readonly moment: Moment | null;
}

/** The places of the slider, oldest first; `moments` come latest first, as the API gives them. */
export function stopsOf(moments: readonly Moment[]): Stop[] {
  const changes = moments.map((moment): Stop => ({ at: new Date(moment.at), kind: 'change', moment })).reverse();
  const oldest = changes[0]?.at;
  const before: Stop[] = oldest ? [{ at: new Date(oldest.getTime() - 1), kind: 'before', moment: null }] : [];
  return [...before, ...changes, { at: null, kind: 'now', moment: null }];
}

/** Which place shows the same as a moment: the last one that is not later; null is now. */
export function placeOf(stops: readonly Stop[], at: Date | null): number {
  if (at === null) return stops.length - 1;
  return Math.max(
    0,
    stops.findLastIndex((stop) => stop.at !== null && stop.at <= at),
  );
}

/** What a change did, in a word; decides the colour of its mark. */
export function toneOf({ edgesAdded, edgesRemoved }: Moment): 'added' | 'removed' | 'changed' {
  if (edgesAdded > 0 && edgesRemoved === 0) return 'added';
  return edgesRemoved > 0 && edgesAdded === 0 ? 'removed' : 'changed';
}

/** "+2 edges, −1 edge, columns of 3 assets, by dbt project nightjar" */
export function changeWords(moment: Moment): string {
  const { edgesAdded, edgesRemoved, schemasChanged, sources } = moment;
  const parts = [
    edgesAdded > 0 && `+${counted(edgesAdded, 'edge')}`,
    edgesRemoved > 0 && `−${counted(edgesRemoved, 'edge')}`,
    schemasChanged > 0 && `columns of ${counted(schemasChanged, 'asset')}`,
    sources.length > 0 && `by ${sources.join(', ')}`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

/** Where the slider stands, for those who do not see it. */
export function stopWords(stop: Stop): string {
  if (stop.at === null) return 'now';
  if (stop.kind === 'before') return `before the first known change, ${momentWords(stop.at)}`;
  return `${momentWords(stop.at)}: ${stop.moment ? changeWords(stop.moment) : ''}`;
}
