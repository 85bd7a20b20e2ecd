import Link from 'next/link';
import { JobLink } from '../../components/run/job-link';
import { runHref } from '../../components/run/job-href';
import { spanWords } from '../../components/run/rhythm-words';
import { RunMark } from '../../components/run/run-mark';
import { CopyButton } from '../../components/text/copy-button';
import { bytes, count } from '../../components/text/numbers';
import { duration, exactTime } from '../../components/text/time';
import { Facts } from './job-facts';
import type { ShownRun } from './shown-run';

/** Everything short that is known of a run; what is not known is left out. */
export function RunFacts({ run }: { readonly run: ShownRun }) {
  const moment = (at: string | null | undefined) => at && <span className="num">{exactTime(at)}</span>;
  const amount = (value: number | null | undefined, words: (value: number) => string) =>
    typeof value === 'number' && words(value);
  return (
    <Facts
      rows={[
        ['State', <RunMark key="state" state={run.state} />],
        ['Started', moment(run.startedAt)],
        ['Ended', moment(run.endedAt)],
        ['Took', tookWords(run)],
        ['Meant for', moment(run.nominalStart)],
        ['Attempt', run.attempt],
        ['Job', run.job && <JobLink job={run.job} />],
        ['Owner', run.job?.asset?.owner],
        ['Started by', <Parent key="parent" run={run} />],
        ['Rows read', amount(run.rowsRead, count)],
        ['Rows written', amount(run.rowsWritten, count)],
        ['Size written', amount(run.bytesWritten, bytes)],
        ['Last heard of', run.endedAt ? null : moment(run.lastEventAt)],
        ['Producer', run.producer && <span className="mono">{run.producer}</span>],
        ['Id', <Id key="id" id={run.id} />],
      ]}
    />
  );
}

function tookWords({ durationMs, job }: ShownRun): string | null {
  if (typeof durationMs !== 'number') return null;
  const median = job?.health.medianSeconds;
  return typeof median === 'number' ? `${duration(durationMs)}, usually ${spanWords(median)}` : duration(durationMs);
}

function Parent({ run: { parent } }: { readonly run: ShownRun }) {
  if (!parent) return <span className="subtle">nothing else</span>;
  return (
    <Link href={runHref(parent.id)} prefetch={false}>
      {parent.job?.name ?? parent.id.slice(0, 8)}
    </Link>
  );
}

function Id({ id }: { readonly id: string }) {
  return (
    <span className="mono">
      {id} <CopyButton text={id} what="the id" />
    </span>
  );
}
