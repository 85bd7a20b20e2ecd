'use client';

import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import { abortableRequest } from '../../../graphql/browser';
import type { SuggestFocusQuery } from '../../../graphql/generated/graphql';
import { SuggestFocus } from '../lineage.query';
import { Dropdown } from './dropdown';
import { keysOf } from './keys-of';
import styles from './toolbar.module.css';

type Suggestion = SuggestFocusQuery['suggest'][number]['asset'];

interface FocusPickerProps {
  readonly current: string;
  readonly onPick: (id: string) => void;
  /** Before the field, and read out for it. */
  readonly label?: string;
  readonly name?: string;
}

/** What the graph is about; typing looks for another asset, by name. */
export function FocusPicker({ current, onPick, label = 'focus', name = 'Focus of the graph' }: FocusPickerProps) {
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = useSuggestions(text ?? '');
  const listId = useId();
  const isOpen = text !== null && found.length > 0;
  const type = (words: string | null): void => {
    setText(words);
    setAt(0);
  };
  const take = (asset: Suggestion | undefined): void => {
    if (!asset) return;
    type(null);
    onPick(asset.id);
  };
  const onKeyDown = keysOf({
    ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
    ArrowUp: () => setAt(Math.max(at - 1, 0)),
    Enter: () => take(found[at]),
    Escape: () => type(null),
  });
  const field = (
    <label className={styles['focus']}>
      <PickerInput {...{ current, label, name, text, isOpen, listId, at, onKeyDown }} onType={type} />
    </label>
  );
  return (
    <Dropdown isOpen={isOpen} onClose={() => type(null)} anchor={field} width={380}>
      <Options found={found} at={at} listId={listId} onTake={take} />
    </Dropdown>
  );
}

interface PickerInputProps {
  readonly current: string;
  readonly label: string;
  readonly name: string;
  readonly text: string | null;
  readonly isOpen: boolean;
  readonly listId: string;
  readonly at: number;
  readonly onType: (text: string | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function PickerInput(props: PickerInputProps) {
  const { current, label, name, text, isOpen, listId, at, onType, onKeyDown } = props;
  return (
    <>
      <span className={styles['stepperLabel']}>{label}</span>
      <input
        role="combobox"
        aria-label={name}
        placeholder="an asset, by name"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${String(at)}` : undefined}
        autoComplete="off"
        value={text ?? current}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={() => onType(null)}
        onKeyDown={onKeyDown}
      />
      <Icon name="search" size={14} />
    </>
  );
}

interface OptionsProps {
  readonly found: readonly Suggestion[];
  readonly at: number;
  readonly listId: string;
  readonly onTake: (asset: Suggestion) => void;
}

function Options({ found, at, listId, onTake }: OptionsProps) {
  return (
    <ul role="listbox" id={listId} aria-label="Assets">
      {found.map((asset, index) => (
        <Option key={asset.id} id={`${listId}-${String(index)}`} asset={asset} isAt={index === at} onTake={onTake} />
      ))}
    </ul>
  );
}

interface OptionProps {
  readonly id: string;
  readonly asset: Suggestion;
  readonly isAt: boolean;
  readonly onTake: (asset: Suggestion) => void;
}

function Option({ id, asset, isAt, onTake }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={isAt}
      className={styles['option']}
      onPointerDown={(event) => {
        event.preventDefault();
        onTake(asset);
      }}
    >
      <AssetTypeIcon type={asset.type} size={14} />
      <span className={styles['optionName']}>{asset.displayName}</span>
      <span className={styles['optionPath']}>{asset.name}</span>
    </li>
  );
}

function useSuggestions(text: string): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  const query = text.trim();
  useEffect(() => {
    if (query === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abortableRequest(abort.signal, SuggestFocus, { query, first: 8 }).then(
        ({ suggest }) => setFound(suggest.map(({ asset }) => asset)),
        () => setFound([]),
      );
    }, 120);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query]);
  return query === '' ? [] : found;
}
