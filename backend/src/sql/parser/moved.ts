/** Where a character of a rewritten text stands in the original. */
export type Move = (at: number) => number;

/** The same tree with every offset in it moved; for statements that were parsed out of their text. */
export function moved<Tree>(tree: Tree, move: Move): Tree {
  return movedValue(tree, move) as Tree;
}

function movedValue(value: unknown, move: Move): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => movedValue(one, move));
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'number' && one >= 0 && (key === 'at' || key === 'anchor') ? move(one) : movedValue(one, move),
    ]),
  );
}

/** Texts cut out of a longer one and put together: `from` is where each starts in the longer one. */
export interface Spliced {
  readonly text: string;
  readonly move: Move;
}

/** Puts pieces of a text (ranges) and new words (strings) together. */
export function splice(
  sql: string,
  parts: readonly (string | { readonly start: number; readonly end: number })[],
): Spliced {
  const segments: { readonly to: number; readonly from: number }[] = [];
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    segments.push({ to: text.length, from: part.start });
    text += sql.slice(part.start, part.end);
  }
  const move = (at: number): number => {
    const segment = segments.findLast(({ to }) => to <= at);
    return segment === undefined ? -1 : segment.from + at - segment.to;
  };
  return { text, move };
}
