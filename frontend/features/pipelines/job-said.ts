/** What a job says of itself in its facets, as far as the page shows it apart. */
export interface JobSaid {
  readonly sql: string | null;
  /** Where its source code is; not always a web address. */
  readonly location: string | null;
  readonly description: string | null;
}

/** Reads `sql`, `sourceCode`, `sourceCodeLocation` and `documentation`; whatever producers put there, never throws. */
export function saidOf(facets: unknown): JobSaid {
  return {
    sql: textIn(facets, 'sql', 'query') ?? textIn(facets, 'sourceCode', 'sourceCode'),
    location: textIn(facets, 'sourceCodeLocation', 'url') ?? textIn(facets, 'sourceCodeLocation', 'repoUrl'),
    description: textIn(facets, 'documentation', 'description'),
  };
}

function textIn(facets: unknown, facet: string, field: string): string | null {
  const value = at(at(facets, facet), field);
  return typeof value === 'string' && value !== '' ? value : null;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
