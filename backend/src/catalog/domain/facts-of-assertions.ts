import type { Assertion } from './projection-claims';
import { bySpeaker, type FactGroup } from './projection-precedence';
import type { Fact, FactClaim } from './provenance';

/** An assertion with the name of its source for people, and the number of columns it lists. */
export interface LabelledAssertion extends Assertion {
  readonly label: string;
  /** Null: it says nothing of columns. */
  readonly columnTotal: number | null;
}

type Read = (assertion: LabelledAssertion) => unknown;

/** Shown fields with the order that decides between sources, as the projection does; in order of name. */
const FIELDS: readonly { readonly field: string; readonly group: FactGroup; readonly read: Read }[] = [
  { field: 'classification', group: 'words', read: ({ facts }) => facts.classification },
  { field: 'columnCount', group: 'columns', read: ({ columnTotal }) => columnTotal },
  { field: 'description', group: 'words', read: ({ facts }) => facts.description },
  { field: 'displayName', group: 'words', read: ({ facts }) => facts.displayName },
  { field: 'hasAccessLogging', group: 'words', read: ({ facts }) => facts.hasAccessLogging },
  { field: 'isEncrypted', group: 'words', read: ({ facts }) => facts.isEncrypted },
  { field: 'layer', group: 'words', read: ({ facts }) => facts.layer },
  { field: 'location', group: 'words', read: ({ facts }) => facts.location },
  { field: 'owner', group: 'words', read: ({ facts }) => facts.owner },
  { field: 'region', group: 'words', read: ({ facts }) => facts.region },
  { field: 'tags', group: 'words', read: ({ facts }) => (facts.tags?.length ? facts.tags : undefined) },
  { field: 'type', group: 'type', read: ({ facts }) => facts.type },
];

/**
 * Where each shown field comes from: the claim that won first, then what other sources say instead.
 *
 * Tags and classification are joined over sources rather than won; their strongest speaker stands first.
 * Properties are facts of their own, named `properties.<name>`, after the others.
 */
export function factsOfAssertions(assertions: readonly LabelledAssertion[]): Fact[] {
  const properties = new Set(assertions.flatMap(({ facts }) => Object.keys(facts.properties ?? {})));
  const fields = [
    ...FIELDS,
    ...[...properties].sort().map((name) => ({
      field: `properties.${name}`,
      group: 'words' as const,
      read: ({ facts }: LabelledAssertion) => facts.properties?.[name],
    })),
  ];
  return fields.flatMap(({ field, group, read }) => factOf(field, assertions.toSorted(bySpeaker(group)), read));
}

function factOf(field: string, speakers: readonly LabelledAssertion[], read: Read): Fact[] {
  const [shown, ...alternatives] = speakers.flatMap((assertion) => claimOf(assertion, read(assertion)));
  return shown ? [{ field, ...shown, alternatives }] : [];
}

function claimOf(assertion: LabelledAssertion, value: unknown): FactClaim[] {
  if (value === undefined || value === null || value === '') return [];
  const { label, sourceKind, observedAt } = assertion;
  return [{ value, source: label, sourceKind, observedAt: new Date(observedAt) }];
}
