import { METHODS, SelectorError, type Intersection, type Method, type Selector, type Term } from './selector';

const LONGEST = 1_000;
const MOST_TERMS = 50;
const FURTHEST = 1_000;
const EXCLUDE = '--exclude';

/** dbt's names for what is called otherwise here. */
const SYNONYMS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['fqn', 'name'],
  ['resource_type', 'type'],
  ['group', 'owner'],
]);

/** Methods of dbt that need what a catalog does not have. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['state', 'compares two manifests: `tributary gate dbt` does that'],
  ['result', 'needs the results of a run of dbt'],
  ['source_status', 'needs the results of a run of dbt'],
  ['config', 'looks at configuration that is not in the catalog'],
  ['path', 'looks at files, which are not in the catalog: use part of the name, as in `marts.*`'],
  ['file', 'looks at files, which are not in the catalog: use part of the name'],
  ['package', 'looks at packages, which are not in the catalog'],
]);

interface Word {
  readonly text: string;
  readonly start: number;
}

/**
 * dbt's selector language: `+x`, `x+`, `2+x+3`, `@x`, `method:value`, wildcards; a space joins, a comma intersects, and
 * what follows `--exclude` is left out. Pure and linear in the length of the text.
 *
 * @throws SelectorError naming the place of the first mistake.
 */
export function parseSelector(text: string): Selector {
  if (text.length > LONGEST)
    throw new SelectorError(`is longer than ${String(LONGEST)} characters`, LONGEST, text.length);
  const words = [...text.matchAll(/\S+/g)].map((match): Word => ({ text: match[0], start: match.index }));
  const border = words.find((word) => word.text === EXCLUDE);
  const wanted = words.filter(({ start }) => !border || start < border.start);
  const unwanted = words.filter(({ start }) => border && start > border.start);
  if (wanted.length === 0) throw new SelectorError('selects nothing: write a name, or tag:nightly', 0, text.length);
  if (border && unwanted.length === 0)
    throw new SelectorError('says what to leave out after it', border.start, border.start + EXCLUDE.length);
  return checked({ include: wanted.map(intersectionOf), exclude: unwanted.map(intersectionOf) }, text);
}

function checked(selector: Selector, text: string): Selector {
  const terms = [...selector.include, ...selector.exclude].flat().length;
  if (terms <= MOST_TERMS) return selector;
  throw new SelectorError(`has more than ${String(MOST_TERMS)} terms`, 0, text.length);
}

function intersectionOf({ text, start }: Word): Intersection {
  let place = start;
  return text.split(',').map((part) => {
    const term = termOf(part, place);
    place += part.length + 1;
    return term;
  });
}

const SHAPE = /^(@?)((?:\d*\+)?)(.*?)((?:\+\d*)?)$/;

/** Parts of a term; the empty text where one is not written. */
function partsOf(text: string): Record<'all' | 'before' | 'body' | 'after', string> {
  const [, all = '', before = '', body = '', after = ''] = SHAPE.exec(text) ?? [];
  return { all, before, body, after };
}

function termOf(text: string, start: number): Term {
  const { all, before, body, after } = partsOf(text);
  const from = start + all.length + before.length;
  const end = start + text.length;
  if (body === '') throw new SelectorError('has no name or value here', start, Math.max(end, start + 1));
  if (all !== '' && before + after !== '')
    throw new SelectorError('@ already means everything upstream and downstream: it takes no +', start, end);
  return {
    ...methodOf(body, from),
    up: stepsOf(before.slice(0, -1), before !== '', start),
    down: stepsOf(after.slice(1), after !== '', from + body.length + 1),
    hasAllParents: all !== '',
  };
}

function stepsOf(digits: string, isWalked: boolean, start: number): number | null {
  if (!isWalked) return 0;
  if (digits === '') return null;
  if (Number(digits) <= FURTHEST) return Number(digits);
  throw new SelectorError(`goes further than ${String(FURTHEST)} steps`, start, start + digits.length);
}

function methodOf(body: string, start: number): Pick<Term, 'method' | 'value'> {
  const border = body.indexOf(':');
  if (border < 0) return { method: 'name', value: nameOf(body, start) };
  const [written = ''] = body.slice(0, border).toLowerCase().split('.');
  const value = body.slice(border + 1);
  const end = start + border;
  const reason = ELSEWHERE.get(written);
  if (reason !== undefined) throw new SelectorError(`${written}: ${reason}`, start, end);
  const method = SYNONYMS.get(written) ?? METHODS.find((known) => known === written);
  if (method === undefined) {
    throw new SelectorError(`${written}: is no method; there are ${METHODS.join(', ')}`, start, end);
  }
  if (value === '') throw new SelectorError(`${written}: needs a value`, start, end + 1);
  return { method, value };
}

function nameOf(name: string, start: number): string {
  if (!/[+@]/.test(name)) return name;
  throw new SelectorError('has a + or @ in the middle of a name', start, start + name.length);
}
