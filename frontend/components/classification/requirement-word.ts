const REQUIREMENTS: ReadonlyMap<string, string> = new Map([
  ['accessLogging', 'access logging'],
  ['layerRule', 'layer rule'],
  ['reaches', 'reaches unmasked'],
]);

/** A requirement as people say it: "access logging". */
export function requirementWord(requirement: string): string {
  return REQUIREMENTS.get(requirement) ?? requirement;
}
