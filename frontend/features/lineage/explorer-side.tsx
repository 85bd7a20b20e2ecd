'use client';

import { useMemo, useState } from 'react';
import styles from './explorer.module.css';
import type { Picture } from './graph/group';
import type { Lens } from './graph/lens';
import type { OutlineItem } from './graph/outline';
import { MAX_DEPTH, type FilterKey, type NodeSide } from './graph/view';
import { Legend } from './side/legend';
import { Outline } from './side/outline';
import type { Explorer } from './use-explorer';

interface ExplorerSideProps {
  readonly explorer: Explorer;
  readonly onChoose: (at: NodeSide) => void;
}

/** What a click on the legend narrows. */
const LENS_FILTER: Readonly<Partial<Record<Lens, FilterKey>>> = {
  layer: 'layer',
  type: 'type',
  classification: 'class',
  owner: 'owner',
  platform: 'platform',
};

/** More nodes than this and the outline opens with its first hop only. */
const LONG_OUTLINE = 150;

/** The outline of what is drawn, and the legend. */
export function ExplorerSide({ explorer, onChoose }: ExplorerSideProps) {
  const { params, view, actions, legend, step, active, setActive } = explorer;
  const { picture } = step.drawing;
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => foldedAtFirst(picture));
  const filter = LENS_FILTER[params.lens];
  const chosen = filter ? view.filter[filter] : [];
  const looks = useMemo(() => new Set(picture.edges.map((edge) => edge.look)), [picture]);
  return (
    <aside className={styles['side']} aria-label="Outline and legend">
      <Outline
        picture={picture}
        closed={closed}
        active={active}
        selected={params.sel}
        onToggle={(key) => setClosed((keys) => toggled(keys, key))}
        onActivate={setActive}
        onOpen={(item) => openItem(item, explorer, onChoose)}
      />
      <Legend
        lens={params.lens}
        entries={legend}
        chosen={chosen}
        looks={looks}
        onChoose={filter ? (value) => actions.setFilter(filter, [...toggled(new Set(chosen), value)]) : null}
      />
    </aside>
  );
}

/** In a large picture everything beyond the first hop starts out folded. */
function foldedAtFirst(picture: Picture): Set<string> {
  if (picture.nodes.length <= LONG_OUTLINE) return new Set();
  const hops = Array.from({ length: MAX_DEPTH }, (_, hop) => String(hop + 2));
  return new Set(['upstream', 'downstream'].flatMap((side) => hops.map((hop) => `${side}/${hop}`)));
}

/** An asset opens its details, a stand-in its list, a closed group itself. */
function openItem({ kind, id }: OutlineItem, { actions }: Explorer, onChoose: (at: NodeSide) => void): void {
  const [, side, owner = ''] = id.split(':');
  if (kind === 'asset' || kind === 'column') actions.select(id);
  if (kind === 'more') onChoose({ id: owner, side: side === 'up' ? 'up' : 'down' });
  if (kind === 'group') actions.toggleGroup(id.slice('group:'.length));
}

function toggled(values: ReadonlySet<string>, value: string): Set<string> {
  const next = new Set(values);
  if (!next.delete(value)) next.add(value);
  return next;
}
