import Link from 'next/link';
import { AssetLink } from '../../components/asset/asset-link';
import { LayerChip, StatusDot } from '../../components/asset/chip';
import { runHref } from '../../components/run/job-href';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count, counted } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import { PlaceLink } from './places';
import styles from './pipelines.module.css';
import type { ShownRun } from './shown-run';

/** What a run that failed has not written, and what is stale below it. */
export function LossPanel({ run }: { readonly run: ShownRun }) {
  const { missed, staleDownstream: stale } = run;
  if (missed.length === 0) return null;
  return (
    <>
      <Panel title="What it has not written" isFlush aside={<span className="num subtle">{count(missed.length)}</span>}>
        <Table label="What it has not written" head={['Dataset', 'Now', 'Last written', 'By']}>
          {missed.map((one) => (
            <MissedRow key={`${one.namespace} ${one.name}`} missed={one} />
          ))}
        </Table>
      </Panel>
      <Panel title="Stale because of it" isFlush aside={<span className="num subtle">{count(stale.total)}</span>}>
        {stale.total === 0 ? (
          <p className={styles['note']}>{whyNothing(missed)}</p>
        ) : (
          <>
            <StaleTable nodes={stale.nodes} />
            {stale.endCursor && (
              <p className={styles['note']}>
                <Link href={`${runHref(run.id)}/stale`}>All {counted(stale.total, 'stale asset')}</Link>
              </p>
            )}
          </>
        )}
      </Panel>
    </>
  );
}

function whyNothing(missed: ShownRun['missed']): string {
  return missed.every(({ isRecovered }) => isRecovered)
    ? 'Nothing any more: later runs have written all of it.'
    : 'Nothing: no known asset is fed by what is missing.';
}

function MissedRow({ missed }: { readonly missed: ShownRun['missed'][number] }) {
  const { lastWrittenBy: last, isRecovered } = missed;
  return (
    <tr>
      <td>
        <PlaceLink place={missed} />
      </td>
      <td data-tight>
        <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7 }}>
          <StatusDot status={isRecovered ? 'pass' : 'warn'} />
          {isRecovered ? 'written since' : 'out of date'}
        </span>
      </td>
      <td data-tight className="muted">
        {last?.endedAt ? <TimeAgo at={last.endedAt} /> : 'never'}
      </td>
      <td data-tight>
        {last && (
          <Link href={runHref(last.id)} prefetch={false} className="mono">
            {last.id.slice(0, 8)}
          </Link>
        )}
      </td>
    </tr>
  );
}

const HEAD = ['Asset', 'Layer', 'Owner', { label: 'Steps away', align: 'end' }] as const;

/** Assets that are fed by what is missing, nearest first. */
export function StaleTable({ nodes }: { readonly nodes: ShownRun['staleDownstream']['nodes'] }) {
  return (
    <Table label="Stale assets" head={HEAD}>
      {nodes.map(({ asset, hops }) => (
        <tr key={asset.id}>
          <td>
            <AssetLink asset={asset} />
          </td>
          <td data-tight>{asset.layer && <LayerChip layer={asset.layer} />}</td>
          <td className="muted">{asset.owner ?? <span className="subtle">—</span>}</td>
          <td data-align="end">{hops}</td>
        </tr>
      ))}
    </Table>
  );
}
