/** A piece of a query as it was typed: a word or phrase, or a key with what follows its colon. */
export interface Token {
  readonly text: string;
  readonly isNegated: boolean;
  /** As typed; null for words and phrases. */
  readonly key: string | null;
  readonly rest: string;
  /** A quote in it was never closed: it then reaches to the end of the query. */
  readonly isOpen: boolean;
}

/** `-`, then key: with its values, a phrase or a word. URNs and addresses such as `postgres://` are words. */
const TOKEN =
  /(?<minus>-?)(?:(?!urn:)(?<key>[A-Za-z][A-Za-z_]*):(?!\/\/)(?<values>(?:"[^"]*"?|[^\s",]+|,)*)|(?<phrase>"[^"]*"?)|(?<word>\S+))/gi;

/** The pieces of a query, in order. */
export function tokensOf(query: string): Token[] {
  return [...query.matchAll(TOKEN)].map(({ 0: text, groups = {} }) => {
    const { minus, key, values, phrase, word } = groups as Readonly<Record<string, string | undefined>>;
    const rest = values ?? phrase ?? word ?? '';
    const mayBeOpen = word === undefined && text.split('"').length % 2 === 0;
    return { text, isNegated: minus === '-', key: key ?? null, rest, isOpen: mayBeOpen };
  });
}

/** Values between commas; quotes keep commas and spaces together. */
export function splitValues(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"?|[^,"]+/g)]
    .map(([whole, quoted]) => quoted ?? whole)
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
