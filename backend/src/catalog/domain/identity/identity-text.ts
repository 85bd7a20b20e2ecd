import { invalid } from '../../../shared/errors';
import { textDigest } from '../../../shared/text-digest';

/** Longest namespace or name that is accepted, in UTF-16 units. */
export const MAX_NAMESPACE_CHARS = 1_024;
export const MAX_NAME_CHARS = 4_096;

/** A text longer than this in UTF-8 would not fit an index entry, even after folding case made it grow. */
export const MAX_STORED_BYTES = 1_600;

// oxlint-disable-next-line no-control-regex -- these are the characters to refuse
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The text without white space around it.
 *
 * @throws DomainError INVALID naming the thing and the rule: empty, too long, or not storable as text.
 */
export function checkedText(what: string, raw: string, maxChars: number): string {
  const text = checkedLetters(what, raw, maxChars);
  const control = CONTROL_CHARACTER.exec(text)?.[0];
  if (control !== undefined) {
    throw invalid(`${what} ${quote(text)}: control character ${codePoint(control)} is not allowed`, {
      rule: 'control',
    });
  }
  return text;
}

/** As `checkedText`, for names that are taken to the letter: only what no text can hold is refused. */
export function checkedLetters(what: string, raw: string, maxChars: number): string {
  const text = raw.trim();
  if (text === '') throw invalid(`${what}: must not be empty`, { rule: 'empty' });
  if (text.length > maxChars) {
    const length = text.length.toString();
    throw invalid(`${what} ${quote(text)}: has ${length} characters, at most ${maxChars.toString()} are allowed`, {
      rule: 'length',
    });
  }
  if (text.includes('\0')) throw invalid(`${what} ${quote(text)}: character U+0000 is not allowed`, { rule: 'nul' });
  if (LONE_SURROGATE.test(text))
    throw invalid(`${what} ${quote(text)}: is not well-formed Unicode`, { rule: 'unicode' });
  return text;
}

/** `text` when it fits, else its beginning and a digest of the whole, so that it stays unique and can be indexed. */
export function storable(text: string, maxBytes: number, separator = '~'): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  return `${cutToBytes(text, maxBytes - 40)}${separator}${textDigest(text)}`;
}

/** The longest beginning of `text` that has at most `maxBytes` in UTF-8, cut between characters. */
export function cutToBytes(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes));
  return text.slice(0, read);
}

/** For messages: short, one line, whatever the text holds. */
export function quote(text: string): string {
  const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return `\`${shown.replace(/\p{Surrogate}|\p{Control}/gu, '\ufffd')}\``;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
