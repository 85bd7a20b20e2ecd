import type { RuleStatement } from '../../metadata-patch';
import { telling } from './said';
import type { Freshness, Node } from './shapes';
import { resourceTypeOf } from './unique-id';

type Threshold = NonNullable<Freshness>['warn_after'];

/** Key of a source's freshness rule, from the key of the source. */
export const freshnessKey = (sourceKey: string): string => `${sourceKey}#freshness`;

/** The rule that a source's freshness thresholds make; none when no threshold has a count (dbt's default shape). */
export function freshnessRule(uniqueId: string, key: string, node: Node): readonly RuleStatement[] {
  if (resourceTypeOf(uniqueId) !== 'source') return [];
  const freshness = node.freshness ?? node.config?.freshness;
  const warnAfter = threshold(freshness?.warn_after);
  const errorAfter = threshold(freshness?.error_after);
  if (warnAfter === null && errorAfter === null) return [];
  return [
    {
      kind: 'rule',
      key: freshnessKey(key),
      subjects: [{ key }],
      name: 'source freshness',
      type: 'freshness',
      severity: errorAfter === null ? 'warning' : 'error',
      parameters: telling({
        warnAfter,
        errorAfter,
        filter: freshness?.filter,
        loadedAtField: node.loaded_at_field ?? node.config?.loaded_at_field,
      }),
    },
  ];
}

function threshold(value: Threshold): { count: number; period: string } | null {
  return value?.count && value.period ? { count: value.count, period: value.period } : null;
}
