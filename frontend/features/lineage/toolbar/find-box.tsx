'use client';

import { useState, type KeyboardEvent } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { Icon } from '../../../components/icon';
import { count as digits } from '../../../components/text/numbers';
import type { Found } from '../graph/find';
import type { AssetSummary } from '../graph/graph';
import { Dropdown } from './dropdown';
import styles from './toolbar.module.css';

interface FindBoxProps {
  readonly text: string;
  readonly found: Found;
  readonly onText: (text: string) => void;
  /** Moves to a drawn asset, or shows one that is not. */
  readonly onGo: (asset: AssetSummary) => void;
}

const SHOWN = 12;

/** Looks for names in the graph, also among what is not drawn: "2 visible, 5 hidden". */
export function FindBox({ text, found, onText, onGo }: FindBoxProps) {
  const [isOpen, setOpen] = useState(false);
  const first = found.visible[0] ?? found.hidden[0];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && first) onGo(first);
    else if (event.key === 'Escape') onText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const type = (words: string): void => {
    onText(words);
    setOpen(true);
  };
  const field = <FindInput text={text} onType={type} onFocus={() => setOpen(true)} onKeyDown={onKeyDown} />;
  return (
    <Dropdown
      isOpen={isOpen && text.trim() !== ''}
      onClose={() => setOpen(false)}
      anchor={field}
      width={340}
      side="below-end"
    >
      <Results found={found} onGo={onGo} />
    </Dropdown>
  );
}

interface FindInputProps {
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function FindInput({ text, onType, onFocus, onKeyDown }: FindInputProps) {
  return (
    <label className={styles['find']}>
      <Icon name="search" size={14} />
      <input
        type="search"
        aria-label="Find in graph"
        placeholder="Find in graph"
        value={text}
        onFocus={onFocus}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="find"
      />
    </label>
  );
}

function Results({ found, onGo }: Pick<FindBoxProps, 'found' | 'onGo'>) {
  const { visible, hidden, hiddenCount } = found;
  return (
    <>
      <p className={styles['findSummary']} role="status" data-testid="find-summary">
        {visible.length} visible, {digits(hiddenCount)} hidden
      </p>
      <Matches title="In the graph" assets={visible} count={visible.length} onGo={onGo} action="go to" />
      <Matches title="Not drawn" assets={hidden} count={hiddenCount} onGo={onGo} action="reveal" />
    </>
  );
}

interface MatchesProps {
  readonly title: string;
  readonly assets: readonly AssetSummary[];
  readonly count: number;
  readonly action: string;
  readonly onGo: (asset: AssetSummary) => void;
}

function Matches({ title, assets, count, action, onGo }: MatchesProps) {
  if (assets.length === 0) return null;
  return (
    <section className={styles['matches']} aria-label={title}>
      <h2>{title}</h2>
      {assets.slice(0, SHOWN).map((asset) => (
        <button key={asset.id} type="button" className={styles['option']} onClick={() => onGo(asset)}>
          <AssetTypeIcon type={asset.type} size={14} />
          <span className={styles['optionName']}>{asset.displayName}</span>
          <span className={styles['optionAction']}>{action}</span>
        </button>
      ))}
      {count > SHOWN && <p className="subtle">and {digits(count - SHOWN)} more</p>}
    </section>
  );
}
