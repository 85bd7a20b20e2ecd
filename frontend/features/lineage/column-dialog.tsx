'use client';

import { TextInput } from '@mantine/core';
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { Dialog } from '../../components/overlay/dialog';
import { Notice } from '../../components/states/notice';
import { counted } from '../../components/text/numbers';
import { ApiError, abortableRequest } from '../../graphql/browser';
import type { ColumnChoicesQuery } from '../../graphql/generated/graphql';
import { ColumnChoices } from './column.query';
import { keysOf } from './toolbar/keys-of';
import styles from './toolbar/toolbar.module.css';

interface ColumnDialogProps {
  /** Whose columns; null when the dialog is closed. */
  readonly assetId: string | null;
  readonly assetName: string;
  readonly onPick: (column: string) => void;
  readonly onClose: () => void;
}

type Choice = NonNullable<ColumnChoicesQuery['asset']>['columns'][number];

/** Most columns listed at once; the rest is found by typing. */
const LISTED = 100;

/** All columns of an asset, by name: arrows move, Enter follows one. */
export function ColumnDialog({ assetId, assetName, onPick, onClose }: ColumnDialogProps) {
  const pick = (column: string): void => {
    onClose();
    onPick(column);
  };
  return (
    <Dialog isOpen={assetId !== null} onClose={onClose} title={`Follow a column of ${assetName}`} width={560}>
      {assetId !== null && <ColumnSearch assetId={assetId} onPick={pick} />}
    </Dialog>
  );
}

interface ColumnSearchProps {
  readonly assetId: string;
  readonly onPick: (column: string) => void;
}

function ColumnSearch({ assetId, onPick }: ColumnSearchProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { columns, isLoading, error } = useColumns(assetId);
  const found = useMemo(() => matching(columns, text), [columns, text]);
  const last = Math.max(0, Math.min(found.length, LISTED) - 1);
  const take = (column: Choice | undefined): void => {
    if (column) onPick(column.name);
  };
  const onKeyDown = keysOf({
    ArrowDown: () => setAt(Math.min(at + 1, last)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => take(found[at]),
  });
  const type = (words: string): void => {
    setText(words);
    setAt(0);
  };
  return (
    <>
      <SearchField text={text} at={found[at] ? at : null} onType={type} onKeyDown={onKeyDown} />
      {error && <Notice tone="fail">{error.message}</Notice>}
      <p className={styles['findSummary']} role="status">
        {isLoading ? 'Looking…' : summaryOf(found.length, columns.length)}
      </p>
      <ul id={LIST} role="listbox" aria-label="Columns" className={styles['choices']}>
        {found.slice(0, LISTED).map((column, index) => (
          <ColumnOption key={column.name} column={column} index={index} isAt={index === at} onTake={take} />
        ))}
      </ul>
    </>
  );
}

const LIST = 'column-choices';

interface SearchFieldProps {
  readonly text: string;
  readonly at: number | null;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function SearchField({ text, at, onType, onKeyDown }: SearchFieldProps) {
  return (
    <TextInput
      role="combobox"
      aria-expanded
      aria-controls={LIST}
      aria-activedescendant={at === null ? undefined : `column-choice-${String(at)}`}
      aria-label="Part of the column name"
      placeholder="Part of the name"
      autoComplete="off"
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      data-autofocus
    />
  );
}

function matching(columns: readonly Choice[], text: string): Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return columns.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
}

function summaryOf(found: number, total: number): string {
  const all = found === total ? counted(total, 'column') : `${String(found)} of ${counted(total, 'column')}`;
  return found > LISTED ? `${all}; the first ${String(LISTED)} are listed` : all;
}

interface ColumnOptionProps {
  readonly column: Choice;
  readonly index: number;
  readonly isAt: boolean;
  readonly onTake: (column: Choice) => void;
}

function ColumnOption({ column, index, isAt, onTake }: ColumnOptionProps) {
  const { name, type, upstreamCount, downstreamCount, classification } = column;
  return (
    <li
      id={`column-choice-${String(index)}`}
      role="option"
      aria-selected={isAt}
      ref={(element) => {
        if (isAt) element?.scrollIntoView({ block: 'nearest' });
      }}
      className={styles['option']}
      onClick={() => onTake(column)}
    >
      <span className={styles['optionName']}>{name}</span>
      <span className={styles['optionPath']}>{type}</span>
      {classification && <ClassificationChips classification={classification} />}
      <span className={styles['optionAction']}>
        {upstreamCount} → {downstreamCount}
      </span>
    </li>
  );
}

interface LoadedColumns {
  readonly columns: readonly Choice[];
  readonly isLoading: boolean;
  readonly error: ApiError | null;
}

function useColumns(assetId: string): LoadedColumns {
  const [answer, setAnswer] = useState<{ id: string; columns: readonly Choice[]; error: ApiError | null } | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, ColumnChoices, { id: assetId }).then(
      ({ asset }) => setAnswer({ id: assetId, columns: asset?.columns ?? [], error: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setAnswer({ id: assetId, columns: [], error: error as ApiError });
      },
    );
    return () => abort.abort();
  }, [assetId]);
  const isCurrent = answer?.id === assetId;
  return { columns: isCurrent ? answer.columns : NONE, isLoading: !isCurrent, error: isCurrent ? answer.error : null };
}

const NONE: readonly Choice[] = [];
