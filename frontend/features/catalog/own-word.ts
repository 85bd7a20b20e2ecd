interface SaidFact {
  readonly field: string;
  readonly value?: unknown;
  readonly sourceKind: string;
}

/**
 * What a person had said before about a field: to be said again when an edit is undone.
 *
 * Null when the shown value came from a tool: undoing then takes the person's word back.
 */
export function ownWordBefore(facts: readonly SaidFact[], field: string): string | readonly string[] | null {
  const fact = facts.find((candidate) => candidate.field === field);
  if (fact?.sourceKind !== 'person') return null;
  if (typeof fact.value === 'string') return fact.value;
  return Array.isArray(fact.value) ? fact.value.filter((entry) => typeof entry === 'string') : null;
}
