import { ABOUT_IT, ASKS_WHETHER, NAME_KINDS, type NameKind, type TypeFamily } from './name-words';

const LONGEST_NAME = 200;
const LONGEST_PHRASE = 4;

interface Phrase {
  readonly kind: NameKind;
  readonly order: number;
  readonly isWholeName: boolean;
}

const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  NAME_KINDS.flatMap((kind, order) =>
    kind.phrases.map((phrase): [string, Phrase] => {
      const isWholeName = phrase.startsWith('=');
      return [isWholeName ? phrase.slice(1) : phrase, { kind, order, isWholeName }];
    }),
  ),
);

/**
 * The kind of data that a column's name gives away; null when none.
 *
 * Names are split where people split them (`customerEmail`, `CUSTOMER_EMAIL`, `customer.email[]`); of a nested path the
 * last name counts, with the one before it where that makes it clearer. A few map lookups for each word.
 */
export function kindOfName(path: string, family: TypeFamily): NameKind | null {
  const names = namesOf(path);
  const last = wordsOf(names.at(-1) ?? '');
  const inContext = [...wordsOf(names.at(-2) ?? ''), ...last];
  return kindOfWords(last, family) ?? (names.length > 1 ? kindOfWords(inContext, family) : null);
}

function kindOfWords(words: readonly string[], family: TypeFamily): NameKind | null {
  const found = phrasesIn(words).filter(({ kind }) => kind.families.includes(family));
  const [best] = found.sort((left, right) => left.order - right.order);
  if (!best) return null;
  return best.kind.isWhole === true || !speaksAboutIt(words) ? best.kind : null;
}

const speaksAboutIt = (words: readonly string[]): boolean =>
  words.length > 1 && (ABOUT_IT.has(words.at(-1) ?? '') || ASKS_WHETHER.has(words[0] ?? ''));

function phrasesIn(words: readonly string[]): Phrase[] {
  const found: Phrase[] = [];
  for (let start = 0; start < words.length; start += 1) {
    for (let length = 1; length <= LONGEST_PHRASE && start + length <= words.length; length += 1) {
      const phrase = PHRASES.get(words.slice(start, start + length).join(' '));
      if (phrase && (!phrase.isWholeName || length === words.length)) found.push(phrase);
    }
  }
  return found;
}

const namesOf = (path: string): string[] =>
  path
    .slice(0, LONGEST_NAME)
    .replaceAll(/\[\]|\{\}|"/g, '')
    .split('.');

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/\d{1,2}$/, (digits) => (KEEPS_DIGITS.has(word) ? digits : '')))
    .filter(Boolean);
}

/** Words whose digits are not a number of order, as in `email2`. */
const KEEPS_DIGITS: ReadonlySet<string> = new Set(['icd9', 'icd10', 'ipv4', 'ipv6']);

const FAMILIES: readonly (readonly [RegExp, TypeFamily])[] = [
  [/^bool|^bit\b/, 'boolean'],
  [/^(var)?char|text|string|clob|^nchar|^nvarchar|^uuid|^citext|^keyword/, 'text'],
  [/date|time|^interval/, 'date'],
  [/int|num|dec|float|double|real|money|serial|^long|^short/, 'number'],
];

/** What a column of a type can hold. */
export function familyOf(type: string | null): TypeFamily {
  if (type === null || type.trim() === '') return 'unknown';
  const text = type.trim().toLowerCase();
  return FAMILIES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
