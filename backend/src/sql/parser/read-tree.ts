import type { Statement } from '../syntax';
import type { ParsedText } from './polyglot';
import { readExpression } from './read-expression';
import { readItems, readQuery } from './read-query';
import { readFrom, readRelation } from './read-relation';
import { readStatement } from './read-statement';
import type { Reading } from './reading';

/**
 * The parser's tree in our own words.
 *
 * `stars`: where the `*`s of each SELECT are, in the order of the text; used only when the tree has as many SELECTs.
 *
 * @throws RangeError for a statement nested too deeply for the stack.
 */
export function readTree(parsed: ParsedText, stars: readonly (readonly number[])[]): readonly Statement[] {
  const isSame = parsed.selects === stars.length;
  let next = 0;
  const read: Reading = {
    expression: (node) => readExpression(node, read),
    query: (node) => readQuery(node, read),
    relation: (node) => readRelation(node, read),
    from: (clause, joins) => readFrom(clause, joins, read),
    items: (list, places) => readItems(list, places ?? [], read),
    nextStars: () => (isSame ? (stars[next++] ?? []) : []),
  };
  return (parsed.statements ?? []).flatMap((node) => readStatement(node, read));
}
