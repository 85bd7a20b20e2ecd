import type { PolicyResult } from './finding';
import type { Subject } from './subject';

/** One place where a result differs or not. */
export interface ComparedResult {
  readonly assetId: string;
  readonly publicId: string;
  readonly result: PolicyResult;
}

/** What a change of policies would do. */
export interface Comparison {
  readonly added: readonly ComparedResult[];
  readonly cleared: readonly ComparedResult[];
  readonly same: readonly ComparedResult[];
  /** Results of the changed policy that nobody can tell. */
  readonly unknown: number;
  readonly waived: number;
  /** Whether the changed policy looks at the asset. */
  readonly isMatched: boolean;
}

/** A violation by what is wrong where, whichever policy speaks of it; of `reaches` each policy by itself. */
const placeOf = ({ requirement, column, policy }: PolicyResult): string =>
  JSON.stringify([requirement, column, requirement === 'reaches' ? policy : null]);

/** Violations of one asset before and after a change of the policy `name`; those that it has no part in are left out. */
export function compareResults(
  name: string,
  subject: Pick<Subject, 'id' | 'publicId'>,
  before: readonly PolicyResult[],
  after: readonly PolicyResult[],
): Comparison {
  const open = (results: readonly PolicyResult[]): Map<string, PolicyResult> =>
    new Map(results.filter(({ status }) => status === 'VIOLATION').map((result) => [placeOf(result), result]));
  const [was, is] = [open(before), open(after)];
  const at = (results: readonly PolicyResult[]): ComparedResult[] =>
    results.map((result) => ({ assetId: subject.id, publicId: subject.publicId, result }));
  const mine = (result: PolicyResult): boolean => result.policies.includes(name);
  const own = after.filter(mine);
  return {
    added: at([...is].filter(([place]) => !was.has(place)).map(([, result]) => result)),
    cleared: at([...was].filter(([place]) => !is.has(place)).map(([, result]) => result)),
    same: at([...is].filter(([place, result]) => was.has(place) && mine(result)).map(([, result]) => result)),
    unknown: own.filter(({ status }) => status === 'UNKNOWN').length,
    waived: own.filter(({ status }) => status === 'WAIVED').length,
    isMatched: own.length > 0,
  };
}
