import type { Intersection, Selector, Term } from './selector';

/** What a selector means, in words: "fct_orders with everything upstream, or tagged nightly; without stg_*". */
export function explainSelector({ include, exclude }: Selector): string {
  const wanted = include.map(intersectionWords).join(', or ');
  return exclude.length === 0 ? wanted : `${wanted}; without ${exclude.map(intersectionWords).join(' and without ')}`;
}

function intersectionWords(terms: Intersection): string {
  const words = terms.map(termWords);
  return words.length === 1 ? (words[0] ?? '') : `both ${words.map((word) => `(${word})`).join(' and ')}`;
}

function termWords(term: Term): string {
  const ways = term.hasAllParents
    ? ['everything downstream', 'all that feeds it']
    : [wayWords(term.up, 'upstream'), wayWords(term.down, 'downstream')].filter((word) => word !== '');
  return [valueWords(term), ways.join(' and ')].filter((word) => word !== '').join(' with ');
}

function wayWords(steps: number | null, side: string): string {
  if (steps === 0) return '';
  return steps === null ? `everything ${side}` : `${String(steps)} ${steps === 1 ? 'step' : 'steps'} ${side}`;
}

const WORDS: Readonly<Record<Term['method'], (value: string) => string>> = {
  name: (value) => value,
  tag: (value) => `tagged ${value}`,
  type: (value) => `of type ${value}`,
  layer: (value) => `in layer ${value}`,
  owner: (value) => `owned by ${value}`,
  namespace: (value) => `in namespace ${value}`,
  source: (value) => `source ${value}`,
  exposure: (value) => `exposure ${value}`,
  metric: (value) => `metric ${value}`,
};

function valueWords({ method, value }: Term): string {
  return WORDS[method](value);
}
