import type { RuleStatement } from '../../metadata-patch';
import { firstTold, telling } from './said';
import type { Freshness, Node } from './shapes';
import { resourceTypeOf } from './unique-id';

interface Threshold {
  readonly count: number;
  readonly period: string;
}

/** Key of a source's freshness rule, from the key of the source. */
export const freshnessKey = (sourceKey: string): string => `${sourceKey}#freshness`;

/** The rule that a source's freshness thresholds make; none when no threshold has a count (dbt's default shape). */
export function freshnessRule(uniqueId: string, key: string, node: Node): readonly RuleStatement[] {
  const freshness = firstTold(node.freshness, node.config.freshness);
  if (resourceTypeOf(uniqueId) !== 'source' || freshness === null) return [];
  const warnAfter = threshold(freshness.warn_after);
  const errorAfter = threshold(freshness.error_after);
  if (warnAfter === null && errorAfter === null) return [];
  const loadedAtField = firstTold(node.loaded_at_field, node.config.loaded_at_field);
  return [
    {
      kind: 'rule',
      key: freshnessKey(key),
      subjects: [{ key }],
      name: 'source freshness',
      type: 'freshness',
      severity: errorAfter === null ? 'warning' : 'error',
      parameters: telling({ warnAfter, errorAfter, filter: freshness.filter, loadedAtField }),
    },
  ];
}

function threshold(value: NonNullable<Freshness>['warn_after']): Threshold | null {
  return value?.count && value.period ? { count: value.count, period: value.period } : null;
}
