import { invalid } from '../../shared/errors';
import { checkedText, quote, rulesOf } from './identity';

/** Bounds of one asset's schema. */
export const MAX_COLUMNS = 5_000;
export const MAX_FIELD_DEPTH = 15;
const MAX_PATH_CHARS = 2_048;

/** One step into a nested field. `union` is a member of a union, by its type. */
export type FieldStep =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'element' }
  | { readonly kind: 'value' }
  | { readonly kind: 'key' }
  | { readonly kind: 'union'; readonly text: string };

/**
 * The canonical path: names joined by dots, `[]` for the elements of an array, `{}` and `{key}` for a map's values and keys,
 * `<Type>` for a member of a union. A name that holds one of these marks is in double quotes: `"a.b".items[].sku`.
 */
export function formatFieldPath(steps: readonly FieldStep[]): string {
  return steps.map((step, index) => (step.kind === 'name' && index > 0 ? '.' : '') + MARKS[step.kind](step)).join('');
}

const textOf = (step: FieldStep): string => ('text' in step ? step.text : '');

const MARKS: Readonly<Record<FieldStep['kind'], (step: FieldStep) => string>> = {
  name: (step) => quotedName(textOf(step)),
  element: () => '[]',
  value: () => '{}',
  key: () => '{key}',
  union: (step) => `<${textOf(step)}>`,
};

function quotedName(name: string): string {
  // White space at an end would be taken for the writer's and trimmed: quotes keep it.
  const isPlain = name !== '' && name === name.trim() && !/[.[\]{}<>"]/.test(name);
  return isPlain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** The path of a column that a database calls by this one name, dots and all. */
export function fieldPathOfName(name: string): string {
  return quotedName(name);
}

/** Steps of a path; null when its marks do not pair up. Applied to a canonical path it is the inverse of formatting. */
export function parseFieldPath(path: string): readonly FieldStep[] | null {
  const steps: FieldStep[] = [];
  let at = 0;
  while (at < path.length) {
    const isStart = at === 0;
    const token = (isStart ? START : NEXT).exec(path.slice(at));
    if (token === null) return null;
    steps.push(stepOf(token[0]));
    at += token[0].length;
  }
  return steps.length === 0 ? null : steps;
}

const NAME = String.raw`"(?:[^"]|"")*"|[^.[\]{}<>"]+`;
const MARK = String.raw`\[\]|\{\}|\{key\}|<[^<>]+>`;
const START = new RegExp(`^(?:${NAME}|${MARK})`);
const NEXT = new RegExp(`^(?:\\.(?:${NAME})|${MARK})`);

/** A map, not an object: a column may be called `constructor`. */
const FIXED: ReadonlyMap<string, FieldStep> = new Map([
  ['[]', { kind: 'element' }],
  ['{}', { kind: 'value' }],
  ['{key}', { kind: 'key' }],
]);

function stepOf(token: string): FieldStep {
  const fixed = FIXED.get(token);
  if (fixed !== undefined) return fixed;
  if (token.startsWith('<')) return { kind: 'union', text: token.slice(1, -1) };
  const name = token.startsWith('.') ? token.slice(1) : token;
  return { kind: 'name', text: name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name };
}

/**
 * The one form of a column's path as a person or a tool wrote it; where its marks do not pair up, all of it is one name.
 * Applied to its own result it changes nothing.
 *
 * @throws DomainError INVALID naming the column and the rule: empty, too long, too deep, not text.
 */
export function canonicalFieldPath(raw: string): string {
  const text = checkedText('Column', raw, MAX_PATH_CHARS);
  const steps = parseFieldPath(text) ?? [{ kind: 'name', text }];
  if (steps.length > MAX_FIELD_DEPTH) {
    throw invalid(`Column ${quote(text)}: is nested deeper than ${MAX_FIELD_DEPTH.toString()} steps`, {
      rule: 'depth',
    });
  }
  return formatFieldPath(steps);
}

/** Two paths of one asset with the same key are the same column on that platform. */
export function fieldPathKey(path: string, platform: string): string {
  return rulesOf(platform).columnsIgnoreCase ? path.toLowerCase() : path;
}
