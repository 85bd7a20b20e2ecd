'use client';

import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { count } from '../../components/text/numbers';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import { Dialog } from '../../components/overlay/dialog';
import { abortableRequest } from '../../graphql/browser';
import type { CardAssetFragment } from '../../graphql/generated/graphql';
import type { NodeSide } from './graph/view';
import { Neighbours } from './lineage.query';
import styles from './toolbar/toolbar.module.css';

interface ChooseDialogProps {
  /** Whose neighbours, on which side; null when the dialog is closed. */
  readonly at: NodeSide | null;
  readonly ownerName: string;
  readonly drawn: ReadonlySet<string>;
  readonly onPick: (at: NodeSide, id: string) => void;
  readonly onClose: () => void;
}

interface Page {
  readonly key: string;
  readonly total: number;
  readonly nodes: readonly CardAssetFragment[];
  readonly next: string | null;
}

const PAGE = 30;

/** Neighbours of one side, all of them, by name; each can be put into the graph on its own. */
export function ChooseDialog({ at, ownerName, drawn, onPick, onClose }: ChooseDialogProps) {
  const [text, setText] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const page = useNeighbours(at, text, after);
  const where = at?.side === 'up' ? 'upstream' : 'downstream';
  return (
    <Dialog isOpen={at !== null} onClose={onClose} title={`Choose ${where} of ${ownerName}`} width={560}>
      <TextInput
        aria-label="Part of the name"
        placeholder="Part of the name"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAfter(null);
        }}
        data-autofocus
      />
      <p className={styles['findSummary']} role="status">
        {page ? `${count(page.total)} neighbours` : 'Looking…'}
      </p>
      {at && page && <Candidates page={page} drawn={drawn} onPick={(id) => onPick(at, id)} />}
      {page?.next && (
        <Button variant="subtle" onClick={() => setAfter(page.next)}>
          Show {PAGE} more
        </Button>
      )}
    </Dialog>
  );
}

interface CandidatesProps {
  readonly page: Page;
  readonly drawn: ReadonlySet<string>;
  readonly onPick: (id: string) => void;
}

function Candidates({ page, drawn, onPick }: CandidatesProps) {
  return (
    <ul style={{ maxHeight: 360, overflow: 'auto' }}>
      {page.nodes.map((asset) => (
        <li key={asset.id}>
          <button
            type="button"
            className={styles['option']}
            disabled={drawn.has(asset.id)}
            onClick={() => onPick(asset.id)}
          >
            <AssetTypeIcon type={asset.type} size={14} />
            <span className={styles['optionName']}>{asset.displayName}</span>
            <span className={styles['optionPath']}>{asset.name}</span>
            <span className={styles['optionAction']}>{drawn.has(asset.id) ? 'shown' : 'show'}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function useNeighbours(at: NodeSide | null, text: string, after: string | null): Page | null {
  const [page, setPage] = useState<Page | null>(null);
  const [id, side] = [at?.id, at?.side];
  const key = `${id ?? ''} ${side ?? ''} ${text}`;
  useEffect(() => {
    if (id === undefined) return;
    const abort = new AbortController();
    const direction = side === 'up' ? 'UPSTREAM' : 'DOWNSTREAM';
    abortableRequest(abort.signal, Neighbours, { id, direction, text: text.trim(), first: PAGE, after }).then(
      ({ neighbours: { total, nodes, endCursor } }) => {
        setPage((known) => ({
          key,
          total,
          next: endCursor,
          nodes: after !== null && known?.key === key ? [...known.nodes, ...nodes] : nodes,
        }));
      },
      () => {
        if (!abort.signal.aborted) setPage({ key, total: 0, nodes: [], next: null });
      },
    );
    return () => abort.abort();
  }, [id, side, text, after, key]);
  return page?.key === key ? page : null;
}
