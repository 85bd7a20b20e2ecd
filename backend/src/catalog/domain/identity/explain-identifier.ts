/** The rules by which the upsert ties a spelling to an asset, in words that follow "because it is …". */
const WORDS: Readonly<Record<string, string>> = {
  exact: 'its name, to the letter',
  verbatim: 'the same name, with its quotes taken as meant',
  case: 'the same name in other case or quotes',
  partial: 'the end of one name only, its leading parts left out',
  full: 'the full name of what was known without its leading parts',
  renamed: 'what its source calls it now',
  declared: 'declared as another of its names',
  symlink: 'another way to the same data',
};

/** Why a spelling names an asset, for people; what a person gave as a reason stays in that person's words. */
export function explainIdentifier(reason: string, source: string | null): string {
  const words = WORDS[reason];
  if (words === undefined) return reason;
  return source === null ? words : `${words} (${source})`;
}
