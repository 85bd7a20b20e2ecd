import Link from 'next/link';
import { layerColor } from '../../components/asset/chip';
import { typeLabel } from '../../components/asset/asset-type';
import { DeliveryStatusMark } from '../../components/ingestion/delivery-status';
import { LedgerLine } from '../../components/ingestion/ledger-line';
import { Panel } from '../../components/shell/page';
import { TimeAgo } from '../../components/text/time-ago';
import { AssetLines } from './asset-lines';
import { Breakdown } from './breakdown';
import styles from './home.module.css';
import type { OverviewData } from './overview-data';
import { Stats } from './stats';

const LAYER_ORDER = ['source', 'staging', 'intermediate', 'mart', 'bi', 'ml'];

/** What exists, what changed, what is used, and whether what was sent has arrived. */
export function Overview({ overview }: { readonly overview: OverviewData }) {
  return (
    <div className={styles['grid']}>
      <Stats overview={overview} />
      <div style={{ gridColumn: '1 / -1' }}>
        <Panel title="What is here">
          <div className={styles['breakdowns']}>
            <Breakdown title="By layer" field="layer" values={inFlowOrder(overview.byLayer)} colorOf={layerColor} />
            <Breakdown title="By platform" field="platform" values={overview.byPlatform} />
            <Breakdown title="By type" field="type" values={overview.byType} labelOf={typeWord} />
          </div>
        </Panel>
      </div>
      <div style={{ gridColumn: 'span 4' }}>
        <Panel title="Recently changed" isFlush aside={<Link href="/search?sort=updated">All, newest first</Link>}>
          <AssetLines
            assets={overview.recentlyChanged}
            aside={(asset) => <TimeAgo at={asset.updatedAt} />}
            none="No change has been recorded yet."
          />
        </Panel>
      </div>
      <div style={{ gridColumn: 'span 4' }}>
        <Panel title="Most used" isFlush aside={<span className="subtle">direct consumers</span>}>
          <AssetLines
            assets={overview.mostUsed}
            aside={(asset) => <span className="num">{asset.downstreamCount} ↓</span>}
            none="No lineage has been recorded yet."
          />
        </Panel>
      </div>
      <div style={{ gridColumn: 'span 4' }}>
        <Ingestion overview={overview} />
      </div>
    </div>
  );
}

function Ingestion({ overview }: { readonly overview: OverviewData }) {
  return (
    <Panel title="Ingestion" isFlush aside={<Link href="/admin/ingestion">All deliveries</Link>}>
      <div className={styles['ledger']}>
        <LedgerLine ledger={overview.ledger} />
      </div>
      <ul className={styles['list']}>
        {overview.recentDeliveries.slice(0, 5).map((delivery) => (
          <li key={delivery.id}>
            <span className={styles['where']}>
              <Link href={`/admin/ingestion/${delivery.id}`} prefetch={false}>
                {delivery.report?.source ?? delivery.connector}
              </Link>
              <span className={styles['place']}>
                <DeliveryStatusMark status={delivery.status} />
              </span>
            </span>
            <span className={styles['aside']}>
              <TimeAgo at={delivery.receivedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function inFlowOrder<Part extends { readonly value: string }>(values: readonly Part[]): Part[] {
  const rank = (value: string) => (LAYER_ORDER.indexOf(value) + LAYER_ORDER.length + 1) % (LAYER_ORDER.length + 1);
  return [...values].sort((left, right) => rank(left.value) - rank(right.value));
}

function typeWord(value: string): string {
  return typeLabel(value as Parameters<typeof typeLabel>[0]);
}
