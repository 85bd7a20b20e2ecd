import type { Drawing, Stop } from './viewport';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

/**
 * Where an arrow leads: left and right along edges to the neighbour nearest in height, up and down within the column,
 * from row to row where cards have rows.
 *
 * Null when there is nothing that way.
 */
export function stepFrom(drawing: Drawing, id: string, arrow: Arrow): string | null {
  const here = drawing.stops.get(id);
  if (!here) return drawing.picture.focus;
  const ids =
    arrow === 'ArrowUp' || arrow === 'ArrowDown' ? inColumn(drawing, here, arrow) : alongEdges(drawing, id, arrow);
  return nearest(drawing, here, ids);
}

function inColumn({ stops }: Drawing, here: Stop, arrow: Arrow): string[] {
  const isBeyond = (y: number): boolean => (arrow === 'ArrowUp' ? y < here.y : y > here.y);
  return [...stops].filter(([, stop]) => stop.x === here.x && isBeyond(stop.y)).map(([id]) => id);
}

function alongEdges({ picture, stops }: Drawing, id: string, arrow: Arrow): string[] {
  const isLeft = arrow === 'ArrowLeft';
  const ids = picture.edges.flatMap((edge) => {
    const ends = edge.ends && stops.get(id)?.card !== id ? edge.ends : edge;
    if (isLeft) return ends.target === id ? [ends.source] : [];
    return ends.source === id ? [ends.target] : [];
  });
  return ids.filter((each) => each !== id && stops.has(each));
}

function nearest({ stops }: Drawing, here: Stop, ids: readonly string[]): string | null {
  const far = (id: string): number => {
    const place = stops.get(id);
    return place ? Math.abs(place.y - here.y) * 4 + Math.abs(place.x - here.x) : Infinity;
  };
  return ids.reduce<string | null>((best, id) => (best === null || far(id) < far(best) ? id : best), null);
}
