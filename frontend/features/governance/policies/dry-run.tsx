'use client';

import { TextInput } from '@mantine/core';
import { AssetLink } from '../../../components/asset/asset-link';
import { Panel } from '../../../components/shell/page';
import { Notice } from '../../../components/states/notice';
import { count, counted } from '../../../components/text/numbers';
import { exactTime } from '../../../components/text/time';
import type { PreviewSampleFragment } from '../../../graphql/generated/graphql';
import styles from './policies.module.css';
import type { PolicyCheck, Preview } from './use-policy-check';

interface DryRunProps {
  readonly check: PolicyCheck;
  /** A day as in 2026-10-31; empty: now. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** What the text would find if it were in force, now or at the start of a day in the past. Nothing is written. */
export function DryRun({ check, day, onDay }: DryRunProps) {
  const { preview, isCurrent, failure } = check;
  return (
    <Panel title="Dry run" isFlush aside={<Moment day={day} onDay={onDay} />}>
      <div role="status" data-testid="dry-run">
        {failure !== null && <Notice tone="warn">{failure}</Notice>}
        {preview === null ? (
          <p className="subtle" style={{ padding: 14 }}>
            {check.problems && check.problems.length > 0 ? 'Mend the text to see what it would find.' : 'Looking …'}
          </p>
        ) : (
          <div className={isCurrent ? undefined : styles['stale']}>
            <Sums preview={preview} isCurrent={isCurrent} />
            <Remarks preview={preview} />
            <Samples title="New" rows={preview.addedSamples} total={preview.added} />
            <Samples title="Gone" rows={preview.clearedSamples} total={preview.cleared} />
            <Samples title="As before" rows={preview.sameSamples} total={preview.same} />
          </div>
        )}
      </div>
    </Panel>
  );
}

const DAY_MS = 86_400_000;
const AGO = [
  { label: 'A week ago', days: 7 },
  { label: 'A month ago', days: 30 },
];

/** Now, some time ago at one press, or the start of any day. */
function Moment({ day, onDay }: Pick<DryRunProps, 'day' | 'onDay'>) {
  const today = new Date().toISOString().slice(0, 10);
  const choices = AGO.map(({ label, days }) => ({
    label,
    value: new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10),
  }));
  return (
    <div className={styles['moment']} role="group" aria-label="Moment of the dry run">
      {[{ label: 'Now', value: '' }, ...choices].map(({ label, value }) => (
        <button
          key={label}
          type="button"
          className={styles['ago']}
          aria-pressed={value === day}
          onClick={() => {
            onDay(value);
          }}
        >
          {label}
        </button>
      ))}
      <TextInput
        type="date"
        aria-label="As of the start of a day, UTC; empty: now"
        title="As of the start of a day, UTC; empty: now"
        value={day}
        max={today}
        onChange={(event) => {
          onDay(event.currentTarget.value);
        }}
      />
    </div>
  );
}

function Sums({ preview, isCurrent }: { readonly preview: Preview; readonly isCurrent: boolean }) {
  const { added, cleared, same, unknown, waived, at } = preview;
  const sums = [
    [at ? 'found' : 'new', added],
    ['clear', cleared],
    ['stay', same],
    ['not known', unknown],
    ['waived', waived],
  ] as const;
  return (
    <>
      <p style={{ padding: '10px 14px 0' }}>
        {isCurrent ? '' : 'For an older text: '}
        {at
          ? `On ${exactTime(at)} it would have found ${count(added)}.`
          : `${count(added)} new, ${count(cleared)} ${cleared === 1 ? 'clears' : 'clear'}.`}{' '}
        <span className="subtle">
          {counted(preview.assetsMatched, 'asset')} of {count(preview.assetsLookedAt)} meant
        </span>
      </p>
      <div className={styles['sums']}>
        {sums.map(([label, value]) => (
          <div key={label} className={styles['sum']} data-zero={value === 0 || undefined}>
            <strong>{count(value)}</strong>
            <span>{label}</span>
          </div>
        ))}
      </div>
    </>
  );
}

function Remarks({ preview }: { readonly preview: Preview }) {
  const remarks = [
    ...preview.warnings,
    ...preview.notEvaluated.map(({ what, reason }) => `${what} was not evaluated: ${reason}`),
    ...(preview.complete ? [] : ['Time ran out: not everything was looked at.']),
  ];
  if (remarks.length === 0) return null;
  return (
    <div className={styles['samples']}>
      {remarks.map((remark) => (
        <Notice key={remark} tone="warn">
          {remark}
        </Notice>
      ))}
    </div>
  );
}

interface SamplesProps {
  readonly title: string;
  readonly rows: readonly PreviewSampleFragment[];
  readonly total: number;
}

function Samples({ title, rows, total }: SamplesProps) {
  if (rows.length === 0) return null;
  return (
    <section className={styles['samples']}>
      <h3>
        {title}{' '}
        <span className="subtle num">{rows.length < total ? `${count(rows.length)} of ${count(total)}` : total}</span>
      </h3>
      <ul>
        {rows.map(({ asset, result }, index) => (
          <li key={index} className={styles['sample']}>
            <AssetLink asset={asset} />
            <span className="muted">{result.message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
