/** Marks around what matched: private-use characters, which no source text keeps. */
export const MARK_START = '\uE000';
export const MARK_END = '\uE001';

const MARKS = /[\uE000\uE001]/g;
/** Words as `search_words` splits them: at ASCII punctuation and where camelCase turns. */
const WORD = /\p{Lu}+(?!\p{Ll})|\p{Lu}?[\p{Ll}\p{N}\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu;
const SNIPPET_CHARS = 160;
/** Letters a word may have beyond its stem: order-s, custom-ization. */
const ENDING_CHARS = 8;

/** What a query's words match. */
export interface WordMatcher {
  /** Stems in lower case, without endings that spelling changes (daily/daili). */
  readonly stems: readonly string[];
  /** The last word typed may be the beginning of a longer one. */
  readonly prefix: string | null;
}

/** The matcher for words and their stems as the database gives them; words without a stem are stop words. */
export function matcherOf(words: readonly string[], stems: readonly string[]): WordMatcher {
  const last = words.at(-1)?.toLowerCase() ?? '';
  return {
    stems: stems.filter((stem) => stem !== '').map((stem) => (stem.length > 3 ? stem.replace(/[iey]$/, '') : stem)),
    prefix: last.length > 1 ? last : null,
  };
}

/** Whether nothing can match. */
export function matchesNothing({ stems, prefix }: WordMatcher): boolean {
  return stems.length === 0 && prefix === null;
}

/** The text with marks around each word that matches; null when none does. Marks in the text itself are removed. */
export function highlight(text: string, matcher: WordMatcher): string | null {
  const clean = text.replace(MARKS, '');
  const marked = clean.replace(WORD, (word) =>
    matches(word.toLowerCase(), matcher) ? MARK_START + word + MARK_END : word,
  );
  return marked === clean ? null : marked;
}

/** As `highlight`, cut to some 160 characters around the first match; `…` where text is left out. */
export function highlightExcerpt(text: string, matcher: WordMatcher): string | null {
  const clean = text.replace(MARKS, '').replace(/\s+/g, ' ').trim();
  const place = [...clean.matchAll(WORD)].find(([word]) => matches(word.toLowerCase(), matcher))?.index;
  if (place === undefined) return null;
  const start = place < SNIPPET_CHARS / 2 ? 0 : clean.lastIndexOf(' ', place - SNIPPET_CHARS / 4) + 1;
  const end =
    start + SNIPPET_CHARS >= clean.length ? clean.length : wordEnd(clean, Math.max(start + SNIPPET_CHARS, place + 60));
  const marked = highlight(wellFormed(clean.slice(start, end)), matcher);
  return marked && `${start > 0 ? '…' : ''}${marked}${end < clean.length ? '…' : ''}`;
}

function wordEnd(text: string, place: number): number {
  const space = text.lastIndexOf(' ', place);
  return space > place - 30 ? space : Math.min(place, text.length);
}

/** Without halves of characters at the ends. */
function wellFormed(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

function matches(word: string, { stems, prefix }: WordMatcher): boolean {
  if (prefix !== null && word.startsWith(prefix)) return true;
  return stems.some((stem) => word.startsWith(stem) && word.length - stem.length <= ENDING_CHARS);
}
