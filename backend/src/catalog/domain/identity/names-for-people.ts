import { isKnownPlatform, rulesOf } from './platforms';
import { splitName } from './quoted-parts';

/** The last part of a canonical name, as people say it; never empty. A topic or a key pattern is shown whole. */
export function displayNameOf(canonicalName: string, platform: string): string {
  const { style } = rulesOf(platform);
  const short = isKnownPlatform(platform) ? shortName(canonicalName, style) : shortUnknown(canonicalName, platform);
  return short.trim() === '' ? canonicalName : short;
}

function shortName(name: string, style: string): string {
  if (style === 'dotted') return lastPart(name);
  return style === 'literal' ? name : lastSegment(name);
}

/** On a platform nobody knows: a path by its file, dotted words by the last, a title or an address whole. */
function shortUnknown(name: string, platform: string): string {
  if (platform === 'http' || platform === 'https') return name;
  if (name.includes('/')) return lastSegment(name);
  return /^[\w$-]+(?:\.[\w$-]+)+$/.test(name) || name.includes('"') ? lastPart(name) : name;
}

function lastPart(name: string): string {
  return splitName(name, '"').at(-1)?.text ?? '';
}

function lastSegment(path: string): string {
  return path.split('/').findLast((segment) => segment !== '') ?? '';
}

/** `urn:trib:dataset:(<namespace>,<name>)`; stable as long as the spelling is, for exports and for people. */
export function urnOf(namespace: string, name: string, kind: 'dataset' | 'job' = 'dataset'): string {
  return `urn:trib:${kind}:(${encode(namespace)},${encode(name)})`;
}

/** `urn:trib:column:(<namespace>,<name>,<path>)`. */
export function columnUrnOf(namespace: string, name: string, path: string): string {
  return `urn:trib:column:(${encode(namespace)},${encode(name)},${encode(path)})`;
}

/** Only what would end a part of the URN, and white space. */
function encode(text: string): string {
  return text.replace(/[%,()\s]/g, (character) => {
    const isAscii = character.charCodeAt(0) < 128;
    return isAscii
      ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
      : encodeURIComponent(character);
  });
}
