import type { Case, Expression } from '../syntax';
import { listOf, type Body } from './raw';
import { expressionsIn } from './read-call';
import type { Reading } from './reading';

/** `decode(of, search, result, …, otherwise)`. */
function decode(args: readonly Expression[]): Case {
  const rest = args.slice(1);
  const isValue = (_: unknown, at: number): boolean => at % 2 === 1 || at === rest.length - 1;
  return {
    kind: 'case',
    conditions: [...args.slice(0, 1), ...rest.filter((one, at) => !isValue(one, at))],
    values: rest.filter(isValue),
  };
}

const chosenBy = (conditions: readonly Expression[], values: readonly Expression[]): Case => ({
  kind: 'case',
  conditions,
  values,
});

/** Functions that choose one of their arguments by others, where the parser does not know them. */
const CHOICES: Readonly<Record<string, (args: readonly Expression[]) => Case>> = {
  decode,
  if: ([condition, ...values]) => chosenBy(condition === undefined ? [] : [condition], values),
  nullif: ([value, ...others]) => chosenBy(others, value === undefined ? [] : [value]),
};
const SAME_AS: Readonly<Record<string, string>> = { iff: 'if', iif: 'if', nvl2: 'if' };

/** A call of a function that chooses; null for any other. */
export function choiceOf(name: string, args: readonly Expression[]): Case | null {
  // In some dialects `decode(text, format)` decodes.
  if (name === 'decode' && args.length < 3) return null;
  return CHOICES[SAME_AS[name] ?? name]?.(args) ?? null;
}

/** CASE with or without an operand. */
export function readCase(body: Body, read: Reading): Case {
  const whens = listOf(body['whens']).map(listOf);
  const conditions = [body['operand'], ...whens.map(([condition]) => condition)].filter((one) => one !== null);
  return {
    kind: 'case',
    conditions: conditions.map(read.expression),
    values: [...whens.map(([, value]) => value), body['else_']].map(read.expression),
  };
}

/** IF, IFF, NVL2. */
export function readIf(body: Body, read: Reading): Case {
  const { condition, this: of, true_value: yes, false_value: no } = body;
  return {
    kind: 'case',
    conditions: [read.expression(condition ?? of)],
    values: [read.expression(yes), read.expression(no)],
  };
}

/** `nullif(a, b)`: a, unless it is b. */
export function nullIf(body: Body, read: Reading): Case {
  const [value, ...others] = expressionsIn(body, read);
  return chosenBy(others, value === undefined ? [] : [value]);
}
