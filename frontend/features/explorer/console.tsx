'use client';

import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../../components/icon';
import { Menu } from '../../components/overlay/menu';
import { CopyButton } from '../../components/text/copy-button';
import { duration } from '../../components/text/time';
import type { Example } from './examples';
import styles from './explorer.module.css';
import { readHistory, remember, type PastQuery } from './history';
import { runQuery, type RunResult } from './run-query';
import { SchemaDocs } from './schema-docs';

/** Write a query, run it as oneself, read the answer; the schema stands beside. */
export function Console({ examples }: { readonly examples: readonly Example[] }) {
  const [draft, setDraft] = useState<PastQuery>(() => examples[0] ?? { query: '', variables: '' });
  const { result, isBusy, run } = useRun(draft);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void run();
  };
  return (
    <div className={styles['layout']} onKeyDown={onKeyDown}>
      <header className={styles['bar']}>
        <h1>API explorer</h1>
        <Examples examples={examples} onPick={setDraft} />
        <span className={styles['spacer']} />
        <HistoryMenu onPick={setDraft} />
        <RunButton isBusy={isBusy} onRun={() => void run()} />
      </header>
      <div className={styles['editors']}>
        <CodeField
          label="Query"
          value={draft.query}
          onChange={(query) => {
            setDraft({ ...draft, query });
          }}
        />
        <div className={styles['label']}>Variables, as JSON</div>
        <CodeField
          label="Variables, as JSON"
          value={draft.variables}
          onChange={(variables) => {
            setDraft({ ...draft, variables });
          }}
        />
      </div>
      <Answer result={result} />
      <SchemaDocs />
    </div>
  );
}

interface ExamplesProps {
  readonly examples: readonly Example[];
  readonly onPick: (example: Example) => void;
}

function Examples({ examples, onPick }: ExamplesProps) {
  return examples.map((example) => (
    <button
      key={example.name}
      type="button"
      className={styles['example']}
      onClick={() => {
        onPick(example);
      }}
    >
      {example.name}
    </button>
  ));
}

/** Runs the draft; a second run gives up the first. */
function useRun({ query, variables }: PastQuery) {
  const [result, setResult] = useState<RunResult | null>(null);
  const [isBusy, setBusy] = useState(false);
  const running = useRef<AbortController | null>(null);
  useEffect(
    () => () => {
      running.current?.abort();
    },
    [],
  );
  const run = async () => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setBusy(true);
    remember({ query, variables });
    const answer = await runQuery(query, variables, abort.signal);
    if (abort.signal.aborted) return;
    setResult(answer);
    setBusy(false);
  };
  return { result, isBusy, run };
}

function RunButton({ isBusy, onRun }: { readonly isBusy: boolean; readonly onRun: () => void }) {
  return (
    <Button
      variant="filled"
      leftSection={<Icon name="play" size={13} />}
      onClick={onRun}
      loading={isBusy}
      title="Run  ⌘/Ctrl Enter"
    >
      Run
    </Button>
  );
}

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Tab leaves the field, as everywhere: nobody is trapped in it. */
function CodeField({ label, value, onChange }: CodeFieldProps) {
  return (
    <textarea
      className={styles['editor']}
      aria-label={label}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
    />
  );
}

function Answer({ result }: { readonly result: RunResult | null }) {
  return (
    <section className={styles['answer']} aria-label="Answer" aria-live="polite">
      <div className={styles['answerHead']}>
        {result === null ? (
          'Run it with ⌘/Ctrl Enter'
        ) : (
          <span className={result.isRefused ? styles['refused'] : undefined}>
            {result.isRefused ? 'refused' : 'answered'} in {duration(result.milliseconds)}
          </span>
        )}
        <span className={styles['spacer']} />
        {result !== null && <CopyButton text={result.text} what="the answer" />}
      </div>
      <pre tabIndex={0} data-testid="answer">
        {result?.text}
      </pre>
    </section>
  );
}

function HistoryMenu({ onPick }: { readonly onPick: (past: PastQuery) => void }) {
  const [history, setHistory] = useState<readonly PastQuery[]>([]);
  const entries = history.map((past) => ({
    label: <code>{past.query.replaceAll(/\s+/g, ' ').slice(0, 60)}</code>,
    onSelect: () => {
      onPick(past);
    },
  }));
  return (
    <Menu
      label="History"
      className={styles['history']}
      head={history.length === 0 ? 'Nothing was run here yet' : 'Run before, on this machine'}
      entries={entries}
      onOpen={() => {
        setHistory(readHistory());
      }}
    >
      <Icon name="clock" size={13} /> History
    </Menu>
  );
}
