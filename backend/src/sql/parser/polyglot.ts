import { readFileSync } from 'node:fs';

/**
 * The one place that knows the parser package. Of `@polyglot-sql/sdk` only the WebAssembly module is used: called
 * directly its syntax tree comes as text, which is twenty times faster for large inputs than through its own wrapper
 * (which builds the tree object by object), and loading is synchronous.
 *
 * The calling convention below is that of the exact version in package.json; `polyglot.spec.ts` fails when it changes.
 */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly parse: (result: number, sql: number, sqlBytes: number, dialect: number, dialectBytes: number) => void;
  readonly __wbindgen_export: (bytes: number, align: number) => number;
  readonly __wbindgen_export4: (pointer: number, bytes: number, align: number) => void;
  readonly __wbindgen_add_to_stack_pointer: (bytes: number) => number;
}

/** TypeScript knows WebAssembly only with the DOM. */
interface WebAssemblyApi {
  readonly Module: (new (bytes: Uint8Array) => object) & {
    readonly imports: (module: object) => readonly { readonly module: string; readonly name: string }[];
  };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

export interface ParsedText {
  /** One raw node per statement; null when the text could not be parsed. */
  readonly statements: readonly unknown[] | null;
  /** SELECTs in all of them together. */
  readonly selects: number;
  readonly error: string;
  /** 1-based; 0 when unknown. */
  readonly line: number;
  /** Offset and end of the token it stopped at; -1 when unknown. */
  readonly start: number;
  readonly end: number;
}

interface Reply {
  readonly success: boolean;
  readonly ast: string | null;
  readonly error: string | null;
  readonly errorLine?: number | null;
  readonly errorStart?: number | null;
  readonly errorEnd?: number | null;
}

/** Bytes of WebAssembly memory beyond which the instance is thrown away: it never shrinks by itself. */
const MAX_MEMORY = 256 * 1024 * 1024;
const RESULT_BYTES = 16;

let compiled: object | null = null;
let running: Exports | null = null;

/**
 * Parses every statement of a text; about 2 µs per character. `dialect` by the parser's own name.
 *
 * @throws Error when the parser itself breaks; the next call starts it anew.
 */
export function parseText(sql: string, dialect: string): ParsedText {
  const parser = (running ??= start());
  let reply: Reply;
  try {
    reply = JSON.parse(call(parser, sql, dialect)) as Reply;
  } catch (error) {
    running = null;
    throw error;
  }
  if (parser.memory.buffer.byteLength > MAX_MEMORY) running = null;
  return reply.success && reply.ast !== null ? understood(reply.ast) : refused(reply);
}

function understood(ast: string): ParsedText {
  const statements = JSON.parse(ast) as unknown[];
  return { statements, selects: countOf(ast, '"select":{'), error: '', line: 0, start: -1, end: -1 };
}

function refused({ error, errorLine, errorStart, errorEnd }: Reply): ParsedText {
  return {
    statements: null,
    selects: 0,
    error: error ?? 'not understood',
    line: errorLine ?? 0,
    start: errorStart ?? -1,
    end: errorEnd ?? -1,
  };
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}

function start(): Exports {
  const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyApi };
  compiled ??= new WebAssembly.Module(readFileSync(require.resolve('@polyglot-sql/sdk/polyglot_sql.wasm')));
  const imports: Record<string, Record<string, () => never>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(compiled)) {
    (imports[from] ??= {})[name] = (): never => {
      throw new Error(`The SQL parser gave up (${name})`);
    };
  }
  return new WebAssembly.Instance(compiled, imports).exports as Exports;
}

function call(parser: Exports, sql: string, dialect: string): string {
  const result = parser.__wbindgen_add_to_stack_pointer(-RESULT_BYTES);
  const [text, textBytes] = put(parser, sql);
  const [name, nameBytes] = put(parser, dialect);
  parser.parse(result, text, textBytes, name, nameBytes);
  const view = new DataView(parser.memory.buffer);
  const pointer = view.getUint32(result, true);
  const bytes = view.getUint32(result + 4, true);
  const answer = Buffer.from(parser.memory.buffer, pointer, bytes).toString('utf8');
  parser.__wbindgen_export4(pointer, bytes, 1);
  parser.__wbindgen_add_to_stack_pointer(RESULT_BYTES);
  return answer;
}

/** Copies a text into the parser's memory; the parser frees it. */
function put(parser: Exports, text: string): readonly [pointer: number, bytes: number] {
  const bytes = Buffer.from(text, 'utf8');
  const pointer = parser.__wbindgen_export(bytes.length, 1) >>> 0;
  new Uint8Array(parser.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}
