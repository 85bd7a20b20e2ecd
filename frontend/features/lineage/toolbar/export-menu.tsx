'use client';

import { Button, Menu } from '@mantine/core';
import { Icon } from '../../../components/icon';

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
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <Button rightSection={<Icon name="down" size={12} />} data-testid="export">
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map(({ kind, label }) => (
          <Menu.Item key={kind} onClick={() => onExport(kind)} data-testid={`export-${kind}`}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
