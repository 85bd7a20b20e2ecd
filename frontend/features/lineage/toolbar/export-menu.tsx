'use client';

import { Icon } from '../../../components/icon';
import { Menu } from '../../../components/overlay/menu';
import styles from './toolbar.module.css';

export type ExportKind = 'png' | 'svg' | 'csv-nodes' | 'csv-edges' | 'json';

const KINDS: readonly { kind: ExportKind; label: string }[] = [
  { kind: 'png', label: 'Picture, PNG at 2×' },
  { kind: 'svg', label: 'Picture, SVG' },
  { kind: 'csv-nodes', label: 'Assets, CSV' },
  { kind: 'csv-edges', label: 'Edges, CSV' },
  { kind: 'json', label: 'Assets and edges, JSON' },
];

/** Takes the picture or its data away, with everything that is drawn, on screen or not. */
export function ExportMenu({ onExport }: { readonly onExport: (kind: ExportKind) => void }) {
  const entries = KINDS.map(({ kind, label }) => ({ label, onSelect: () => onExport(kind) }));
  return (
    <Menu label="Export" className={styles['button']} entries={entries}>
      Export <Icon name="down" size={12} />
    </Menu>
  );
}
