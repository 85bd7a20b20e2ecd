'use client';

import { NativeSelect } from '@mantine/core';
import { useQueryState } from 'nuqs';
import { GROUPS, violationParams } from '../governance-params';
import type { GroupKey } from './group-violations';

/** What the list is grouped by; part of the address. */
export function GroupChoice() {
  const [group, setGroup] = useQueryState('group', violationParams.group.withOptions({ shallow: false }));
  return (
    <NativeSelect
      aria-label="Group by"
      value={group ?? ''}
      data={[{ value: '', label: 'Not grouped' }, ...GROUPS.map((key) => ({ value: key, label: `By ${key}` }))]}
      onChange={(event) => void setGroup((event.currentTarget.value || null) as GroupKey | null)}
    />
  );
}
