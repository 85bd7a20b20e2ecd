'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useShortcut } from '../../../components/shell/shortcuts';
import { Table } from '../../../components/table/table';
import { waiverParams } from '../governance-params';
import { DecideDialog } from './decide-dialog';
import { EndDialog } from './end-dialog';
import type { ListedWaiver, WaiverAct } from './listed-waiver';
import { WaiverRow } from './waiver-row';

interface WaiverListProps {
  readonly waivers: readonly ListedWaiver[];
  /** The reader as the API writes actors; null for a visitor. */
  readonly selfKey: string | null;
  readonly mayDecide: boolean;
  readonly mayRequest: boolean;
}

const HEAD = [
  'Status',
  'What may pass',
  'Why',
  'Asked by',
  { label: 'Ends', align: 'end' },
  { label: 'Actions', isHidden: true },
] as const;
const GROUP = 'Waivers';
const CAN_END: ReadonlySet<string> = new Set(['REQUESTED', 'APPROVED']);

/** Waivers as rows: j and k walk, y and n decide, e ends. */
export function WaiverList({ waivers, ...reader }: WaiverListProps) {
  const [currentId, setCurrent] = useQueryState('w', waiverParams.w.withOptions({ history: 'replace' }));
  const [pending, setPending] = useState<{ readonly waiver: ListedWaiver; readonly act: WaiverAct } | null>(null);
  const start = (waiver: ListedWaiver, act: WaiverAct) => {
    if (actsOn(waiver, reader).includes(act)) setPending({ waiver, act });
  };
  const close = () => {
    setPending(null);
  };
  return (
    <>
      <Table label="Waivers" head={HEAD}>
        {waivers.map((waiver) => (
          <WaiverRow
            key={waiver.id}
            waiver={waiver}
            isCurrent={waiver.id === currentId}
            isOwn={waiver.requestedBy.key === reader.selfKey}
            acts={actsOn(waiver, reader)}
            onAct={start}
          />
        ))}
      </Table>
      <WaiverKeys waivers={waivers} currentId={currentId} onWalk={(id) => void setCurrent(id)} onAct={start} />
      <DecideDialog
        waiver={pending?.act === 'end' ? null : (pending?.waiver ?? null)}
        isApproval={pending?.act === 'approve'}
        onClose={close}
      />
      <EndDialog waiver={pending?.act === 'end' ? pending.waiver : null} onClose={close} />
    </>
  );
}

/** What the reader may do with it; who asked never decides. */
function actsOn(
  { status, requestedBy }: ListedWaiver,
  { selfKey, mayDecide, mayRequest }: Omit<WaiverListProps, 'waivers'>,
): readonly WaiverAct[] {
  const isOwn = requestedBy.key === selfKey;
  if (status === 'REQUESTED' && !isOwn) return mayDecide ? ['approve', 'reject'] : [];
  const mayEnd = mayRequest && (isOwn || mayDecide);
  return mayEnd && CAN_END.has(status) ? ['end'] : [];
}

interface WaiverKeysProps {
  readonly waivers: readonly ListedWaiver[];
  readonly currentId: string | null;
  readonly onWalk: (id: string) => void;
  readonly onAct: (waiver: ListedWaiver, act: WaiverAct) => void;
}

function WaiverKeys({ waivers, currentId, onWalk, onAct }: WaiverKeysProps) {
  const index = waivers.findIndex(({ id }) => id === currentId);
  const current = waivers[index];
  const walk = (step: number) => () => {
    const next = waivers[Math.max(0, Math.min(waivers.length - 1, index + step))];
    if (next) onWalk(next.id);
  };
  const press = (act: WaiverAct) => () => {
    if (current) onAct(current, act);
  };
  useShortcut({ keys: 'j', label: 'Next waiver', group: GROUP, run: walk(1) });
  useShortcut({ keys: 'k', label: 'Waiver before', group: GROUP, run: walk(-1) });
  useShortcut({ keys: 'y', label: 'Approve', group: GROUP, run: press('approve') });
  useShortcut({ keys: 'n', label: 'Reject', group: GROUP, run: press('reject') });
  useShortcut({ keys: 'e', label: 'End or withdraw', group: GROUP, run: press('end') });
  return null;
}
