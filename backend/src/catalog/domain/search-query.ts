import { invalid } from '../../shared/errors';
import { ASSET_TYPES, CLASSIFICATION_LEVELS } from '../../shared/vocabulary';
import { ASSET_STATUSES } from './asset';
import { FACET_FIELDS, type FacetField } from './search';

/** A `key:a,b` of a query. */
export interface QueryTerm {
  readonly field: FacetField;
  /** In the spelling of the catalog: types in capitals and so on. */
  readonly values: readonly string[];
}

/** A word of a query and where it stands in it. */
export interface QueryWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a query of the search bar means: all its parts must hold. */
export interface SearchQuery {
  readonly words: readonly QueryWord[];
  readonly phrases: readonly string[];
  /** Words and phrases that must not occur. */
  readonly excludedText: readonly string[];
  readonly terms: readonly QueryTerm[];
  readonly excludedTerms: readonly QueryTerm[];
  readonly has: readonly string[];
  readonly missing: readonly string[];
}

export const PRESENCE_FIELDS = [
  'owner',
  'description',
  'layer',
  'tag',
  'classification',
  'column',
  'upstream',
  'downstream',
];
const MAX_CHARS = 1_000;
const ALIASES: ReadonlyMap<string, FacetField> = new Map([
  ['ns', 'namespace'],
  ['class', 'classification'],
  ['tags', 'tag'],
  ['is', 'status'],
]);
const UPPER: Partial<Record<FacetField, readonly string[]>> = {
  type: ASSET_TYPES,
  status: ASSET_STATUSES,
};
/** `-`, a key with its colon, then a quoted text or the rest up to the next space. */
const TOKEN =
  /(?<text>(?<minus>-?)(?:(?<key>[A-Za-z][A-Za-z_]*):(?!\/\/))?(?:"(?<quoted>[^"]*)(?<close>"?)|(?<bare>\S*)))/y;

interface Draft {
  readonly words: QueryWord[];
  readonly phrases: string[];
  readonly excludedText: string[];
  readonly terms: QueryTerm[];
  readonly excludedTerms: QueryTerm[];
  readonly has: string[];
  readonly missing: string[];
}

/** What an error points at. */
interface Place {
  readonly text: string;
  readonly start: number;
}

interface Token extends Place {
  readonly isNegated: boolean;
  readonly key: string | null;
  readonly value: string;
  readonly isQuoted: boolean;
}

/**
 * Reads the search bar: `text "exact phrase" key:value key:a,b -key:value has:owner missing:description`.
 *
 * Spaces mean AND, commas OR. An address such as `postgres://db:5432` is text. Quote a word to take a colon as it is.
 *
 * @throws DomainError INVALID naming the token and what would be right; `details` has `token` and its `position`.
 */
export function parseSearchQuery(query: string): SearchQuery {
  if (query.length > MAX_CHARS) throw invalid(`query: longer than ${String(MAX_CHARS)} characters`);
  const draft: Draft = { words: [], phrases: [], excludedText: [], terms: [], excludedTerms: [], has: [], missing: [] };
  for (const token of tokensOf(query.replaceAll('\0', ' '))) addToken(draft, token);
  return draft;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  for (let place = 0; place < query.length;) {
    if (/\s/.test(query.charAt(place))) {
      place++;
      continue;
    }
    TOKEN.lastIndex = place;
    const token = tokenOf(TOKEN.exec(query), place);
    tokens.push(token);
    place += Math.max(token.text.length, 1);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray | null, start: number): Token {
  const { text = '', minus, key = null, ...value } = match?.groups ?? {};
  if (text === '-' || isUrn(key)) return { ...PLAIN, text, start, value: text };
  return { text, start, key, isNegated: minus === '-', ...valueOf(value, { text, start }) };
}

function valueOf(
  groups: Readonly<Record<string, string | undefined>>,
  token: Place,
): Pick<Token, 'value' | 'isQuoted'> {
  const quoted = groups['quoted'];
  if (quoted === undefined) return { value: groups['bare'] ?? '', isQuoted: false };
  return groups['close'] === '' ? refuse(token, 'has no closing quote') : { value: quoted, isQuoted: true };
}

/** URNs are words like any other. */
const isUrn = (key: string | null): boolean => key?.toLowerCase() === 'urn';
const PLAIN = { isNegated: false, key: null, isQuoted: false } as const;

function addToken(draft: Draft, token: Token): void {
  if (token.key !== null) addTerm(draft, token, token.key.toLowerCase());
  else if (token.value === '') return;
  else if (token.isNegated) draft.excludedText.push(token.value);
  else if (token.isQuoted) draft.phrases.push(token.value);
  else draft.words.push({ text: token.value, start: token.start, end: token.start + token.text.length });
}

function addTerm(draft: Draft, token: Token, key: string): void {
  if (key === 'has' || key === 'missing') {
    const isHas = (key === 'has') !== token.isNegated;
    (isHas ? draft.has : draft.missing).push(...valuesOf(token).map((value) => presenceOf(token, value)));
    return;
  }
  const field = ALIASES.get(key) ?? FACET_FIELDS.find((known) => known === key);
  if (!field)
    refuse(
      token,
      `has no meaning: keys are ${[...FACET_FIELDS, 'has', 'missing'].join(', ')}; quote it to search for it`,
    );
  const values = valuesOf(token).map((value) => spell(token, field, value));
  (token.isNegated ? draft.excludedTerms : draft.terms).push({ field, values });
}

function valuesOf(token: Token): string[] {
  const values = token.isQuoted ? [token.value] : token.value.split(',');
  const given = values.map((value) => value.trim()).filter((value) => value !== '');
  if (given.length === 0) refuse(token, 'lacks a value after the colon');
  return given;
}

function presenceOf(token: Token, value: string): string {
  const field = ALIASES.get(value.toLowerCase()) ?? value.toLowerCase();
  if (PRESENCE_FIELDS.includes(field)) return field;
  return refuse(token, `can be one of ${PRESENCE_FIELDS.join(', ')}`);
}

/** The catalog's spelling of a value typed by hand. */
function spell(token: Token, field: FacetField, value: string): string {
  const known = UPPER[field];
  if (known) {
    const upper = value.toUpperCase();
    return known.includes(upper) ? upper : refuse(token, `can be one of ${known.join(', ').toLowerCase()}`);
  }
  if (field === 'classification') return spellClassification(value);
  return field === 'namespace' ? value : value.toLowerCase();
}

/** Levels in capitals, everything else is a category in lower case. */
export function spellClassification(value: string): string {
  const upper = value.toUpperCase();
  return CLASSIFICATION_LEVELS.some((level) => level === upper) ? upper : value.toLowerCase();
}

function refuse(token: Place, why: string): never {
  throw invalid(`query: ${token.text} ${why}`, { token: token.text, position: token.start });
}
