import type { QueryTerm, SearchQuery } from './search-query';

/** A query as it was understood: `text "orders" AND layer=mart AND NOT tag=pii`; empty when it says nothing. */
export function describeQuery(query: SearchQuery): string {
  const words = query.words.map(({ text }) => text).join(' ');
  return [
    ...(words === '' ? [] : [`text "${words}"`]),
    ...query.phrases.map((phrase) => `phrase "${phrase}"`),
    ...query.excludedText.map((text) => `NOT text "${text}"`),
    ...query.terms.map(describeTerm),
    ...query.excludedTerms.map((term) => `NOT ${describeTerm(term)}`),
    ...query.has.map((field) => `has ${field}`),
    ...query.missing.map((field) => `no ${field}`),
  ].join(' AND ');
}

function describeTerm({ field, values }: QueryTerm): string {
  const [only] = values;
  return values.length === 1 && only !== undefined ? `${field}=${only}` : `${field} in (${values.join(', ')})`;
}
