import type { ViolationRowFragment } from '../../../graphql/generated/graphql';
import type { GROUPS } from '../governance-params';
import { requirementWord } from '../../../components/classification/requirement-word';

export type GroupKey = (typeof GROUPS)[number];

/** Violations that have something in common; `value` as in the API, empty where nothing is said. */
export interface ViolationGroup {
  readonly value: string;
  readonly label: string;
  readonly violations: readonly ViolationRowFragment[];
}

/** In groups, each in the order of the list: groups with errors first, then the largest. Without a key one group. */
export function groupViolations(violations: readonly ViolationRowFragment[], key: GroupKey | null): ViolationGroup[] {
  if (key === null) return [{ value: '', label: '', violations }];
  const byValue = new Map<string, ViolationRowFragment[]>();
  for (const violation of violations) {
    const value = valueOf(violation, key);
    const known = byValue.get(value);
    if (known) known.push(violation);
    else byValue.set(value, [violation]);
  }
  return [...byValue]
    .map(([value, rows]) => ({ value, label: labelOf(value, key), violations: rows }))
    .sort((one, other) => errorsIn(other) - errorsIn(one) || other.violations.length - one.violations.length);
}

function valueOf({ asset, ...rest }: ViolationRowFragment, key: GroupKey): string {
  if (key === 'owner' || key === 'layer') return asset[key] ?? '';
  return rest[key];
}

function labelOf(value: string, key: GroupKey): string {
  if (value === '') return key === 'owner' ? 'nobody owns it' : 'no layer';
  return key === 'requirement' ? requirementWord(value) : value;
}

const errorsIn = ({ violations }: ViolationGroup): number =>
  violations.filter(({ severity }) => severity === 'error').length;
