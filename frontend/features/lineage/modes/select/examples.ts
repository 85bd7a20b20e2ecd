/** Selectors about an asset to begin with, by what they show. A name's own signs of the language become wildcards. */
export function examplesFor(name: string): readonly string[] {
  const word = name.replaceAll(/[\s,:+@]/g, '?');
  return [`+${word}`, `${word}+2`, `2+${word}+1`, `@${word}`];
}
