/** A piece of JSON Schema, as far as completion reads it. */
interface Schema {
  readonly $ref?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What may stand at a place of a text. */
export interface Suggestion {
  readonly word: string;
  readonly about: string | null;
  /** A key, which a colon follows, or a value. */
  readonly isKey: boolean;
}

/** A line of a text: how far in it stands, its key or what is written of one, and what follows a colon. */
interface Line {
  readonly indent: number;
  readonly lead: string;
  readonly word: string;
  readonly isKey: boolean;
  readonly rest: string;
}

const LINE = /^(\s*(?:- )?)([\w-]*)(:?)(.*)$/;

function readLine(text: string): Line {
  const [, lead = '', word = '', colon = '', rest = ''] = LINE.exec(text) ?? [];
  return { indent: lead.length, lead, word, isKey: colon !== '', rest };
}

/**
 * Keys, or values after a key, that the schema allows where the caret is and that are not there already.
 *
 * Reads the place from indentation alone, so that a half-written text has completion too; flow style (`{ … }`) has none.
 */
export function suggestionsAt(text: string, caret: number, schema: unknown): Suggestion[] {
  const lines = text.split('\n').map(readLine);
  const index = text.slice(0, caret).split('\n').length - 1;
  const line = lines[index] ?? readLine('');
  if (/[{[]/.test(line.rest)) return [];
  const root = schema as Schema;
  const parents = nodesAt(root, pathTo(lines.slice(0, index), line.indent));
  if (line.isKey) return valuesOf(root, parents, line.word, line.rest.trim());
  const taken = new Set([
    ...siblings(lines.slice(0, index).reverse(), line),
    ...siblings(lines.slice(index + 1), line),
  ]);
  return keysOf(parents).filter((key) => key.word.startsWith(line.word) && !taken.has(key.word));
}

/** Keys above a place, outermost first, each less indented than the one below it. */
function pathTo(above: readonly Line[], indent: number): string[] {
  const path: string[] = [];
  let limit = indent;
  for (const line of [...above].reverse()) {
    if (!line.isKey || line.indent >= limit) continue;
    path.unshift(line.word);
    limit = line.indent;
  }
  return path;
}

/** Keys beside a line, in one direction, up to the end of the block that it is in. */
function siblings(lines: readonly Line[], { indent }: Line): string[] {
  const keys = lines.filter(({ isKey }) => isKey);
  const end = keys.findIndex((line) => line.indent < indent);
  const block = end < 0 ? keys : keys.slice(0, end);
  return block.filter((line) => line.indent === indent).map(({ word }) => word);
}

/** What the schema says of a path; several where it leaves a choice. */
function nodesAt(root: Schema, path: readonly string[]): Schema[] {
  let nodes = unfold(root, root);
  for (const key of path) nodes = nodes.flatMap((node) => childrenOf(root, node, key));
  return nodes;
}

function childrenOf(root: Schema, node: Schema, key: string): Schema[] {
  const child = node.properties?.[key];
  return child ? unfold(root, child) : [];
}

/** Follows references, choices and the items of lists; a choice that leads back to itself is taken once. */
function unfold(root: Schema, node: Schema, seen: ReadonlySet<Schema> = new Set()): Schema[] {
  if (seen.has(node)) return [];
  const next = new Set([...seen, node]);
  return [node, ...partsOf(root, node).flatMap((one) => unfold(root, one, next))];
}

function partsOf(root: Schema, { $ref, anyOf = [], oneOf = [], items }: Schema): Schema[] {
  const target = root.$defs?.[$ref?.replace('#/$defs/', '') ?? ''];
  return [...(target ? [target] : []), ...anyOf, ...oneOf, ...(items ? [items] : [])];
}

function keysOf(nodes: readonly Schema[]): Suggestion[] {
  const keys = new Map<string, Suggestion>();
  for (const node of nodes) {
    for (const [word, child] of Object.entries(node.properties ?? {})) {
      keys.set(word, { word, about: child.description ?? null, isKey: true });
    }
  }
  return [...keys.values()];
}

function valuesOf(root: Schema, parents: readonly Schema[], key: string, written: string): Suggestion[] {
  const values = parents
    .flatMap((node) => childrenOf(root, node, key))
    .flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
  const words = [...new Set(values.map(String))];
  return words
    .filter((word) => word !== written && word.startsWith(written))
    .map((word) => ({ word, about: null, isKey: false }));
}

/** The text with a suggestion in place of what stands at the caret, and where the caret is then. */
export function insertAt(text: string, caret: number, { word, isKey }: Suggestion): { text: string; caret: number } {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  const { lead, word: key } = readLine(line);
  const next = isKey ? `${lead}${word}: ` : `${lead}${key}: ${word}`;
  return { text: text.slice(0, start) + next + text.slice(start + line.length), caret: start + next.length };
}
