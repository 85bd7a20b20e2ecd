import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';

const MAX_CHARS = 64_000;
const MAX_DEPTH = 24;
const MAX_NODES = 5_000;

/** What is wrong at which place of a text; line and column count from 1. */
export interface TextProblem {
  readonly line: number;
  readonly column: number;
  /** Where in the document: `spec.require.retention.days`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

export type ReadText<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

/** Problems found by the caller's own rules, by path. */
export type Check<Value> = (
  value: Value,
) => readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

/**
 * Reads one YAML 1.2 document and checks its shape; every problem has its line.
 *
 * Bounded: 64,000 characters, 24 levels, 5,000 nodes, no aliases, no tags beyond the core schema, no repeated keys.
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  check: Check<z.output<Schema>> = () => [],
): ReadText<z.output<Schema>> {
  if (text.length > MAX_CHARS) return refusal(`has ${text.length} characters, at most ${MAX_CHARS} are allowed`);
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, uniqueKeys: true });
  // A tag that is not known is only a warning to the parser; nothing of ours has tags.
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    ...placeOf(lines, error.pos[0]),
    path: '',
    message: firstLine(error.message),
  }));
  if (syntax.length > 0) return { ok: false, problems: syntax };
  const excess = excessOf(document, lines);
  if (excess) return { ok: false, problems: [excess] };
  return shaped(document, lines, schema, check);
}

function shaped<Schema extends z.ZodType>(
  document: Document,
  lines: LineCounter,
  schema: Schema,
  check: Check<z.output<Schema>>,
): ReadText<z.output<Schema>> {
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  const found = parsed.success ? check(parsed.data) : parsed.error.issues.flatMap(issuesOf);
  if (parsed.success && found.length === 0) return { ok: true, value: parsed.data };
  const problems = found.map(({ path, message }) => ({
    ...placeOfPath(document, lines, path),
    path: path.map(String).join('.'),
    message,
  }));
  return { ok: false, problems: problems.sort((left, right) => left.line - right.line || left.column - right.column) };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** An unknown key is reported at the key; of a union, what its nearest member says. */
function issuesOf(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: `\`${key}\` is not known here` }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = [...issue.errors].sort((left, right) => depthOf(right) - depthOf(left))[0] ?? [];
    const inner = nearest.flatMap(issuesOf).map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
    return inner.length > 0 ? inner : [{ path: issue.path, message: issue.message }];
  }
  return [{ path: issue.path, message: issue.message }];
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

function excessOf(document: Document, lines: LineCounter): TextProblem | null {
  let nodes = 0;
  let found: TextProblem | null = null;
  visit(document, (_key, node, path) => {
    nodes += 1;
    const message = excess(node, path.length, nodes);
    if (message === null) return undefined;
    found = { ...placeOf(lines, beginningOf(node) ?? 0), path: '', message };
    return visit.BREAK;
  });
  return found;
}

function excess(node: unknown, depth: number, nodes: number): string | null {
  if (nodes > MAX_NODES) return `has more than ${MAX_NODES} parts`;
  // Every mapping and its pair count as one level each.
  if (depth > MAX_DEPTH * 2) return `is nested more than ${MAX_DEPTH} levels deep`;
  return isAlias(node) ? 'aliases are not allowed: write the value out' : null;
}

function placeOfPath(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== null) return placeOf(lines, offset);
  }
  return { line: 1, column: 1 };
}

/** Where a value begins; its key when it has one. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (isSeq(parent) && typeof last === 'number') return beginningOf(parent.items[last]);
  if (!isMap(parent)) return null;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
  return beginningOf(pair?.key);
}

const beginningOf = (node: unknown): number | null => (isNode(node) ? (node.range?.[0] ?? null) : null);

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? text).replace(/ at line \d+, column \d+:?$/, '');

const refusal = (message: string): { ok: false; problems: TextProblem[] } => ({
  ok: false,
  problems: [{ line: 1, column: 1, path: '', message }],
});
