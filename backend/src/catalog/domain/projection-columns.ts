import type { ColumnClaim } from '../../shared/vocabulary';
import type { Assertion, ProjectedColumn } from './projection-claims';
import { joinClaims } from './projection-classification';
import { firstSaid, mergedProperties, mergedTags } from './projection-facts';
import { bySpeaker, isRemark } from './projection-precedence';

interface Voice {
  readonly assertion: Assertion;
  readonly claim: ColumnClaim;
}

/** Columns beyond this are left out; no real table has as many. */
export const MAX_COLUMNS = 5_000;

/**
 * Tells which paths are the same column: without case where the platform ignores it, unless one source lists two
 * paths that differ in case alone; those are two columns.
 */
export function columnFold(assertions: readonly Assertion[], ignoresCase: boolean): (path: string) => string {
  if (!ignoresCase) return (path) => path;
  const distinct = new Set<string>();
  for (const { facts } of assertions) {
    const seen = new Map<string, string>();
    for (const { path } of facts.columns ?? []) {
      const folded = path.toLowerCase();
      const other = seen.get(folded);
      if (other !== undefined && other !== path) distinct.add(folded);
      seen.set(folded, path);
    }
  }
  return (path) => (distinct.has(path.toLowerCase()) ? path : path.toLowerCase());
}

/** Claims by column. The strongest source that lists columns decides on order and spelling; remarks come last. */
function voicesByColumn(assertions: readonly Assertion[], fold: (path: string) => string): Map<string, Voice[]> {
  const listing = assertions.filter((assertion) => !isRemark(assertion));
  const voices = new Map<string, Voice[]>();
  for (const assertion of [...listing, ...assertions.filter(isRemark)]) {
    const said = new Set<string>();
    for (const claim of assertion.facts.columns ?? []) {
      const folded = fold(claim.path);
      if (said.has(folded)) continue;
      said.add(folded);
      const known = voices.get(folded);
      if (known) known.push({ assertion, claim });
      else voices.set(folded, [{ assertion, claim }]);
    }
  }
  return voices;
}

const byWords = bySpeaker('words');
const byColumns = bySpeaker('columns');

function projectColumn(spelling: string, unordered: readonly Voice[], ordinal: number): ProjectedColumn {
  // Most columns have one speaker, and a first load has hundreds of thousands of them.
  const isAlone = unordered.length === 1;
  const voices = isAlone ? unordered : unordered.toSorted((left, right) => byColumns(left.assertion, right.assertion));
  const words = isAlone ? unordered : unordered.toSorted((left, right) => byWords(left.assertion, right.assertion));
  const sensitivity = joinClaims(words.map(({ claim }) => claim.classification));
  return {
    path: spelling,
    ordinal,
    type: firstSaid(voices, ({ claim }) => claim.type),
    nullable: firstSaid(voices, ({ claim }) => claim.nullable),
    description: firstSaid(words, ({ claim }) => claim.description),
    tags: mergedTags(words.map(({ assertion, claim }) => ({ assertion, tags: claim.tags }))),
    classLevel: sensitivity.level,
    classCategories: sensitivity.categories,
    classSubtypes: sensitivity.subtypes,
    classIsExact: sensitivity.isExact,
    isPrimaryKey: firstSaid(voices, ({ claim }) => claim.isPrimaryKey) ?? false,
    isDeclared: voices.some(({ assertion }) => !isRemark(assertion)),
    properties: mergedProperties(words.map(({ claim }) => claim.properties)),
  };
}

/** The columns that all sources together know, in order. */
export function projectColumns(assertions: readonly Assertion[], ignoresCase: boolean): ProjectedColumn[] {
  const ordered = assertions.toSorted(byColumns);
  const voices = voicesByColumn(ordered, columnFold(ordered, ignoresCase));
  return [...voices.values()]
    .slice(0, MAX_COLUMNS)
    .map((some, index) => projectColumn(some[0]?.claim.path ?? '', some, index + 1));
}
