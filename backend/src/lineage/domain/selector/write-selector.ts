import type { Selector, Term } from './selector';

/** The text of a selector: parsing it gives the same selector again. */
export function writeSelector({ include, exclude }: Selector): string {
  const words = (sets: Selector['include']): string[] => sets.map((terms) => terms.map(writeTerm).join(','));
  return [...words(include), ...(exclude.length > 0 ? ['--exclude', ...words(exclude)] : [])].join(' ');
}

function writeTerm({ method, value, up, down, hasAllParents }: Term): string {
  const name = method === 'name' ? value : `${method}:${value}`;
  if (hasAllParents) return `@${name}`;
  const before = up === 0 ? '' : `${up === null ? '' : String(up)}+`;
  const after = down === 0 ? '' : `+${down === null ? '' : String(down)}`;
  return `${before}${name}${after}`;
}
