/** A pattern with `*`, `?` and `[…]` as a regular expression that Postgres understands, without anchors. */
function expressionOf(glob: string): string {
  return glob.replaceAll(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.length > 1)
      return `[${part
        .slice(1, -1)
        .replaceAll(/[\\[\]]/g, '')
        .replace(/^!/, '^')}]`;
    return /[\w\s]/.test(part) ? part : `\\${part}`;
  });
}

/** Matches a whole value. */
export const wholeOf = (glob: string): string => `^(${expressionOf(glob)})$`;

/** Matches whole parts of a qualified name: `marts.fct_*` within `shop.marts.fct_orders`. */
export const partsOf = (glob: string): string => `(^|[./])(${expressionOf(glob)})([./]|$)`;
