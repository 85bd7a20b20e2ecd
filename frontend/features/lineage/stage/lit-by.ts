import { edgesAt, traceOf, type Trace } from '../graph/trace';
import type { Drawing } from '../graph/viewport';

/** A pointed-at card or row lights its own edges, a way its own, a selected one every way into and out of it. */
export function litBy(
  { picture, stops }: Drawing,
  selected: string | null,
  hovered: string | null,
  pinned: Trace | null,
): Trace | null {
  if (hovered !== null) return edgesAt(picture, hovered);
  if (pinned) return pinned;
  return selected === null || !stops.has(selected) ? null : traceOf(picture, selected);
}
