/** One part of a dotted name. */
export interface NamePart {
  readonly text: string;
  readonly isQuoted: boolean;
  /** Opening character of its quotes; empty when unquoted. */
  readonly mark: string;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '`': '`', '[': ']' };

/**
 * The parts of `"a"."b"`, `` `a`.`b` ``, `[a].[b]`, `a.b` or any mixture; a doubled closing mark stands for itself.
 *
 * Never fails: where quotes do not pair up, all marks count as ordinary characters.
 */
export function splitName(name: string, marks = '"`['): NamePart[] {
  return splitStrictly(name, marks) ?? name.split('.').map(unquoted);
}

/** As `splitName`, but null when a quoted part does not end where a part must end. */
export function splitStrictly(name: string, marks: string): NamePart[] | null {
  const parts: NamePart[] = [];
  let at = 0;
  for (;;) {
    const taken = takePart(name, at, marks);
    if (taken === null) return null;
    parts.push(taken.part);
    if (taken.end === name.length) return parts;
    at = taken.end + 1;
  }
}

interface Taken {
  readonly part: NamePart;
  /** Where the dot after it stands, or the end of the name. */
  readonly end: number;
}

function takePart(name: string, from: number, marks: string): Taken | null {
  const start = skipSpaces(name, from);
  const mark = name.charAt(start);
  if (mark !== '' && marks.includes(mark)) return takeQuoted(name, start, mark);
  const dot = name.indexOf('.', from);
  const end = dot === -1 ? name.length : dot;
  return { part: unquoted(name.slice(from, end)), end };
}

function takeQuoted(name: string, start: number, mark: string): Taken | null {
  const closing = CLOSING[mark] ?? mark;
  let text = '';
  let at = start + 1;
  for (;;) {
    const close = name.indexOf(closing, at);
    if (close === -1) return null;
    text += name.slice(at, close);
    if (name.charAt(close + 1) !== closing) {
      const end = skipSpaces(name, close + 1);
      return end === name.length || name.charAt(end) === '.' ? { part: { text, isQuoted: true, mark }, end } : null;
    }
    text += closing;
    at = close + 2;
  }
}

function skipSpaces(name: string, from: number): number {
  let at = from;
  while (name.charAt(at) === ' ') at += 1;
  return at;
}

function unquoted(text: string): NamePart {
  return { text: text.trim(), isQuoted: false, mark: '' };
}

/** Whether a part must be quoted to be read back as it is. */
export function needsQuotes(text: string): boolean {
  return text === '' || /[.\s"`]/.test(text) || text.startsWith('[');
}

/** In double quotes, those within doubled. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
