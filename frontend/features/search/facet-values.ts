import { choiceOf, type Choice, type ParsedQuery } from './query-language';
import type { FilterKey } from './query-keys';

/** One line of a facet. */
export interface FacetLine {
  readonly value: string;
  /** Assets that have it; null for what is left out, which is not counted. */
  readonly count: number | null;
  readonly choice: Choice;
}

/** The lines of a facet: its counted values, then what the query mentions and they do not hold. */
export function linesOf(
  parsed: ParsedQuery,
  key: FilterKey,
  counted: readonly { readonly value: string; readonly count: number }[],
): FacetLine[] {
  const known = new Set(counted.map(({ value }) => value.toLowerCase()));
  const mentioned = parsed.clauses.filter((clause) => clause.key === key).flatMap(({ values }) => values);
  return [
    ...counted.map(({ value, count }) => ({ value, count, choice: choiceOf(parsed, key, value) })),
    ...mentioned
      .filter((value) => !known.has(value.toLowerCase()))
      .map((value) => {
        const choice = choiceOf(parsed, key, value);
        return { value, count: choice === 'left out' ? null : 0, choice };
      }),
  ];
}
