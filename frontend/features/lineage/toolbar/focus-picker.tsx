'use client';

import { Popover } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import { abortableRequest } from '../../../graphql/browser';
import type { SuggestFocusQuery } from '../../../graphql/generated/graphql';
import { SuggestFocus } from '../lineage.query';
import styles from './toolbar.module.css';

type Suggestion = SuggestFocusQuery['suggest'][number]['asset'];

interface FocusPickerProps {
  readonly current: string;
  readonly onPick: (id: string) => void;
}

/** What the graph is about; typing looks for another asset, by name. */
export function FocusPicker({ current, onPick }: FocusPickerProps) {
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const found = useSuggestions(text ?? '');
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOpen = text !== null && found.length > 0;
  const leave = (): void => {
    setText(null);
    setAt(0);
  };
  const take = (asset: Suggestion | undefined): void => {
    if (!asset) return;
    leave();
    input.current?.blur();
    onPick(asset.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') take(found[at]);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      opened={isOpen}
      position="bottom-start"
      width={380}
      trapFocus={false}
      returnFocus={false}
      withinPortal={false}
    >
      <Popover.Target>
        <label className={styles['focus']}>
          <span className={styles['stepperLabel']}>focus</span>
          <input
            ref={input}
            role="combobox"
            aria-label="Focus of the graph"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={isOpen ? `${listId}-${String(at)}` : undefined}
            autoComplete="off"
            value={text ?? current}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onBlur={leave}
            onKeyDown={onKeyDown}
          />
          <Icon name="search" size={14} />
        </label>
      </Popover.Target>
      <Popover.Dropdown className={styles['dropdown'] ?? ''}>
        <ul role="listbox" id={listId} aria-label="Assets">
          {found.map((asset, index) => (
            <li
              key={asset.id}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={index === at}
              className={styles['option']}
              onPointerDown={(event) => {
                event.preventDefault();
                take(asset);
              }}
            >
              <AssetTypeIcon type={asset.type} size={14} />
              <span className={styles['optionName']}>{asset.displayName}</span>
              <span className={styles['optionPath']}>{asset.name}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
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
