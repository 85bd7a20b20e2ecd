import { request } from '../../../graphql/client';
import type { ViolationFacetsQuery, ViolationsQuery } from '../../../graphql/generated/graphql';
import { explainRefusal } from '../../../graphql/page-errors';
import { FACET_KEYS, filterOf, type FacetKey, type ViolationQuestion } from './violation-filter';
import { ViolationFacets, Violations } from './violations.query';

export type FacetCounts = Readonly<Record<FacetKey, readonly FacetCount[]>>;
export type FacetCount = ViolationFacetsQuery['violationFacets'][number];

export interface ViolationAnswer {
  readonly page: ViolationsQuery['violations'];
  readonly facets: FacetCounts;
}

/** One page of the list and the counts beside it, asked for at once. */
export async function findViolations(
  question: ViolationQuestion,
  after: string | null,
  viewerId: string | null,
): Promise<ViolationAnswer> {
  const filter = filterOf(question, viewerId);
  const [{ violations: page }, facets] = await Promise.all([
    request(Violations, { filter, after }).catch(explainRefusal),
    countFacets(question, viewerId).catch(() => NO_COUNTS),
  ]);
  return { page, facets };
}

const NO_COUNTS: FacetCounts = { status: [], severity: [], policy: [], requirement: [], owner: [], layer: [] };

/** A field's own choice does not narrow its counts: what else could be chosen stays to be seen. */
async function countFacets(question: ViolationQuestion, viewerId: string | null): Promise<FacetCounts> {
  const ask = async (asked: ViolationQuestion) =>
    (await request(ViolationFacets, { filter: filterOf(asked, viewerId) })).violationFacets;
  const narrowed = ask(question);
  const counts = await Promise.all(
    FACET_KEYS.map(async (key) => {
      const all = question[key].length === 0 ? narrowed : ask({ ...question, [key]: [] });
      return [key, (await all).filter(({ field }) => field === key)] as const;
    }),
  );
  return { ...NO_COUNTS, ...Object.fromEntries(counts) };
}
