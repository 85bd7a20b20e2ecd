import type { Place } from './layout/layout-types';
import type { Drawing } from './viewport';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

/**
 * Where an arrow leads: left and right along edges to the neighbour nearest in height, up and down within the column.
 *
 * Null when there is nothing that way.
 */
export function stepFrom(drawing: Drawing, id: string, arrow: Arrow): string | null {
  const here = drawing.layout.places[id];
  if (!here) return drawing.picture.focus;
  const ids =
    arrow === 'ArrowUp' || arrow === 'ArrowDown' ? inColumn(drawing, here, arrow) : alongEdges(drawing, id, arrow);
  return nearest(drawing, here, ids);
}

function inColumn({ nodes }: Drawing, here: Place, arrow: Arrow): string[] {
  const isBeyond = (y: number): boolean => (arrow === 'ArrowUp' ? y < here.y : y > here.y);
  return nodes.filter(({ place }) => place.x === here.x && isBeyond(place.y)).map(({ node }) => node.id);
}

function alongEdges({ picture, layout }: Drawing, id: string, arrow: Arrow): string[] {
  const isLeft = arrow === 'ArrowLeft';
  const ids = picture.edges.flatMap((edge) => {
    if (isLeft) return edge.target === id ? [edge.source] : [];
    return edge.source === id ? [edge.target] : [];
  });
  return ids.filter((each) => each !== id && layout.places[each] !== undefined);
}

function nearest({ layout }: Drawing, here: Place, ids: readonly string[]): string | null {
  const far = (id: string): number => {
    const place = layout.places[id];
    return place ? Math.abs(place.y - here.y) * 4 + Math.abs(place.x - here.x) : Infinity;
  };
  return ids.reduce<string | null>((best, id) => (best === null || far(id) < far(best) ? id : best), null);
}
