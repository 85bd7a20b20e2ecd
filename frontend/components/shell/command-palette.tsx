'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { AssetTypeIcon } from '../asset/asset-type';
import { Icon } from '../icon';
import { Dialog } from '../overlay/dialog';
import styles from './command-palette.module.css';
import type { Place } from './places';
import { paletteEntries, type PaletteEntry } from './palette-entries';
import { useShortcut } from './shortcuts';
import { useSuggestions } from './use-suggestions';

const OPEN = 'tributary:palette';

/** The hint inside the search field that opens the palette. */
export function PaletteButton({ className }: { readonly className: string | undefined }) {
  return (
    <button
      type="button"
      className={className}
      onClick={() => window.dispatchEvent(new Event(OPEN))}
      aria-label="⌘K, command palette"
      title="Command palette"
    >
      <kbd>⌘K</kbd>
    </button>
  );
}

/** One field for everything: assets by name or column, and every place of the app. */
export function CommandPalette({ places }: { readonly places: readonly Place[] }) {
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
  };
  useShortcut({ keys: 'mod+k', label: 'Command palette', group: 'Find', run: open });
  useEffect(() => {
    window.addEventListener(OPEN, open);
    return () => {
      window.removeEventListener(OPEN, open);
    };
  }, []);
  return (
    <Dialog isOpen={isOpen} onClose={close} title="Command palette" isTitleHidden width={600}>
      {isOpen && <Palette places={places} onDone={close} />}
    </Dialog>
  );
}

interface PaletteProps {
  readonly places: readonly Place[];
  readonly onDone: () => void;
}

function Palette({ places, onDone }: PaletteProps) {
  const router = useRouter();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { found, isWaiting } = useSuggestions(text);
  const entries = paletteEntries(text, found, places);
  const current = Math.min(active, entries.length - 1);
  const go = (entry: PaletteEntry | undefined, isElsewhere: boolean) => {
    if (!entry) return;
    if (isElsewhere) window.open(entry.href, '_blank', 'noopener');
    else router.push(entry.href);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') go(entries[current], event.metaKey || event.ctrlKey);
    if (step) setActive((current + step + entries.length) % entries.length);
    if (step || event.key === 'Enter') event.preventDefault();
  };
  const onType = (typed: string) => {
    setText(typed);
    setActive(0);
  };
  const activeId = entries[current] && `palette-${String(current)}`;
  return (
    <>
      <PaletteField text={text} onType={onType} onKeyDown={onKeyDown} activeId={activeId} isWaiting={isWaiting} />
      <PaletteList entries={entries} current={current} onPoint={setActive} onPick={go} />
    </>
  );
}

interface PaletteFieldProps {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly activeId: string | undefined;
  readonly isWaiting: boolean;
}

function PaletteField({ text, onType, onKeyDown, activeId, isWaiting }: PaletteFieldProps) {
  return (
    <div className={styles['field']}>
      <Icon name="search" />
      <input
        className={styles['input']}
        value={text}
        onChange={(event) => {
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
        placeholder="Jump to an asset, a column or a page"
        aria-label="Command palette"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      {isWaiting && <span className={styles['waiting']} aria-hidden="true" />}
    </div>
  );
}

interface PaletteListProps {
  readonly entries: readonly PaletteEntry[];
  readonly current: number;
  readonly onPoint: (index: number) => void;
  readonly onPick: (entry: PaletteEntry, isElsewhere: boolean) => void;
}

function PaletteList({ entries, current, onPoint, onPick }: PaletteListProps) {
  useEffect(() => {
    document.getElementById(`palette-${String(current)}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className={styles['list']} id="palette-list" role="listbox" aria-label="Results">
      {entries.map((entry, index) => (
        <div
          key={`${entry.section}${entry.id}`}
          id={`palette-${String(index)}`}
          className={styles['entry']}
          role="option"
          aria-selected={index === current}
          onMouseMove={() => {
            onPoint(index);
          }}
          onClick={(event) => {
            onPick(entry, event.metaKey || event.ctrlKey);
          }}
        >
          {'type' in entry.sign ? <AssetTypeIcon type={entry.sign.type} /> : <Icon name={entry.sign.icon} />}
          <span className={styles['label']}>{entry.label}</span>
          <span className={styles['detail']}>{entry.detail}</span>
        </div>
      ))}
      {entries.length === 0 && <p className={styles['none']}>No page fits.</p>}
    </div>
  );
}
