import { hash } from 'node:crypto';

/** The first 32 hexadecimal digits of the SHA-256 of the text's UTF-8: tells texts apart, hides nothing. */
export function textDigest(text: string): string {
  return textHash(text).slice(0, 32);
}

/** The whole SHA-256 of the text's UTF-8 in hexadecimal: what an approval is bound to. */
export function textHash(text: string): string {
  return hash('sha256', text);
}
