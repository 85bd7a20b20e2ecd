import Link from 'next/link';
import { runHref } from '../../components/run/job-href';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { exactTime } from '../../components/text/time';
import { FacetsPanel } from './facets-panel';
import { GanttPanel } from './gantt-panel';
import { LossPanel } from './loss-panel';
import styles from './pipelines.module.css';
import { RunFacts } from './run-facts';
import { RunLineage } from './run-lineage';
import { RunTable } from './run-table';
import type { ShownRun } from './shown-run';
import type { ControlEdge } from './task-flow';
import { UsesPanel } from './uses-panel';

interface RunBodyProps {
  readonly run: ShownRun;
  readonly control: readonly ControlEdge[];
  readonly z: string | null;
  readonly cmp: 'none' | 'median';
}

/** Everything about one run below its name: what went wrong first. */
export function RunBody({ run, control, z, cmp }: RunBodyProps) {
  const root = { id: run.id, startedAt: run.startedAt ?? null, endedAt: run.endedAt ?? null };
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <Failure run={run} />
        <LossPanel run={run} />
        <GanttPanel root={root} runs={run.descendants} control={control} z={z} cmp={cmp} />
        <RunLineage run={run} />
        <Uses run={run} />
        <EventsPanel events={run.events} />
        <FacetsPanel facets={run.facets} />
      </div>
      <div className={styles['stack']}>
        <Panel title="Key facts">
          <RunFacts run={run} />
        </Panel>
        <Metrics metrics={run.metrics} />
        {run.attempts.length > 1 && (
          <Panel title="Runs for the same time" isFlush>
            <RunTable label="Runs for the same time" runs={run.attempts} isShort />
          </Panel>
        )}
      </div>
    </div>
  );
}

/** What it read and wrote itself; left out where only the runs below it did. */
function Uses({ run: { inputs, outputs, descendants } }: { readonly run: ShownRun }) {
  if (descendants.length > 0 && inputs.length + outputs.length === 0) return null;
  return (
    <>
      <UsesPanel title="Read" uses={inputs} none="It is not known to have read anything." />
      <UsesPanel title="Wrote" uses={outputs} none="It is not known to have written anything." />
    </>
  );
}

/** Why it failed; of a run that only passes a failure on, where it began. */
function Failure({ run }: { readonly run: ShownRun }) {
  const source = run.error ? null : firstFailure(run);
  const error = run.error ?? source?.error;
  if (!error) return null;
  return (
    <section className={styles['error']} role="alert">
      <h2>
        {source?.job ? (
          <>
            It failed in <Link href={runHref(source.id)}>{source.job.name}</Link>
          </>
        ) : (
          'It failed'
        )}
      </h2>
      <pre className={styles['code']} tabIndex={0}>
        {error}
      </pre>
      {run.errorStack && (
        <details>
          <summary className="muted">Stack</summary>
          <pre className={styles['code']} tabIndex={0}>
            {run.errorStack}
          </pre>
        </details>
      )}
    </section>
  );
}

function firstFailure({ state, descendants }: ShownRun): ShownRun['descendants'][number] | null {
  if (state !== 'FAILED') return null;
  const failed = descendants.filter((one) => one.state === 'FAILED' && one.error);
  return failed.sort((one, other) => (one.endedAt ?? '').localeCompare(other.endedAt ?? ''))[0] ?? null;
}

function Metrics({ metrics }: { readonly metrics: unknown }) {
  const entries = typeof metrics === 'object' && metrics !== null ? Object.entries(metrics) : [];
  if (entries.length === 0) return null;
  return (
    <Panel title="Metrics" isFlush>
      <Table label="Metrics" head={['Name', { label: 'Value', align: 'end' }]}>
        {entries.map(([name, value]) => (
          <tr key={name}>
            <td className="mono">{name}</td>
            <td data-align="end">{typeof value === 'number' ? count(value) : String(value)}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function EventsPanel({ events }: Pick<ShownRun, 'events'>) {
  return (
    <Panel title="Events" isFlush aside={<span className="num subtle">{count(events.length)}</span>}>
      <Table label="Events" head={['Type', 'Event time', 'Arrived', 'Left out or odd']}>
        {events.map((event, index) => (
          <tr key={index}>
            <td data-tight>{event.type ?? <span className="subtle">none</span>}</td>
            <td data-tight className="num">
              {exactTime(event.at)}
            </td>
            <td data-tight className="num muted">
              {exactTime(event.receivedAt)}
            </td>
            <td className="muted">{event.notes.map(({ field, reason }) => `${field}: ${reason}`).join('; ')}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
