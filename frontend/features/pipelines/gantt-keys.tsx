'use client';

import { useRouter } from 'next/navigation';
import { useShortcut } from '../../components/shell/shortcuts';

interface GanttKeysProps {
  readonly steps: Readonly<Record<'in' | 'out' | 'left' | 'right' | 'all', string>>;
}

/** Arrows move the time that is drawn, + and − zoom, 0 shows all of it, b compares with the median. */
export function GanttKeys({ steps }: GanttKeysProps) {
  const router = useRouter();
  const go = (href: string) => () => {
    router.replace(href, { scroll: false });
  };
  const group = 'Runs over time';
  useShortcut({ keys: 'ArrowLeft', label: 'Earlier', group, run: go(steps.left) });
  useShortcut({ keys: 'ArrowRight', label: 'Later', group, run: go(steps.right) });
  useShortcut({ keys: '+', label: 'Zoom in', group, run: go(steps.in) });
  useShortcut({ keys: '-', label: 'Zoom out', group, run: go(steps.out) });
  useShortcut({ keys: '0', label: 'Show all of it', group, run: go(steps.all) });
  useShortcut({
    keys: 'b',
    label: 'Compare with the median',
    group,
    run: () => document.querySelector<HTMLElement>('[data-compare]')?.click(),
  });
  return null;
}
