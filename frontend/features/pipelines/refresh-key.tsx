'use client';

import { useRouter } from 'next/navigation';
import { useShortcut } from '../../components/shell/shortcuts';

/** r looks again. */
export function RefreshKey() {
  const router = useRouter();
  useShortcut({
    keys: 'r',
    label: 'Look again',
    group: 'View',
    run: () => {
      router.refresh();
    },
  });
  return null;
}
