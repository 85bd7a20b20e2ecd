import Link from 'next/link';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import { Chip, LayerChip } from '../../components/asset/chip';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { MiddleEllipsis } from '../../components/text/middle-ellipsis';
import { count } from '../../components/text/numbers';
import { Snippet } from '../../components/text/snippet';
import { TimeAgo } from '../../components/text/time-ago';
import type { SearchHitRow } from './run-search';
import styles from './search.module.css';

/** One result: what it is, where it matched, and the signs by which to trust it. */
export function HitRow({ hit, isCurrent }: { readonly hit: SearchHitRow; readonly isCurrent: boolean }) {
  const { asset } = hit;
  return (
    <li className={styles['hit']} data-current={isCurrent || undefined} data-hit={asset.id}>
      <span className={styles['sign']}>
        <AssetTypeIcon type={asset.type} />
      </span>
      <div style={{ minWidth: 0 }}>
        <div className={styles['first']}>
          <Link href={assetHref(asset)} prefetch={false} className={styles['name']} data-open>
            <MatchedName hit={hit} />
          </Link>
          <MiddleEllipsis text={asset.name} className={styles['path'] ?? ''} />
          <Marks asset={asset} />
        </div>
        <div className={styles['second']}>
          <span className={styles['about']}>
            <About hit={hit} />
            <MatchedColumn hit={hit} />
          </span>
          <Signals asset={asset} />
        </div>
      </div>
    </li>
  );
}

function Marks({ asset }: { readonly asset: SearchHitRow['asset'] }) {
  return (
    <span className={styles['chips']}>
      {asset.status !== 'ACTIVE' && <Chip>{asset.status === 'STUB' ? 'only mentioned' : 'retired'}</Chip>}
      {asset.classification && <ClassificationChips classification={asset.classification} />}
      {asset.layer !== null && <LayerChip layer={asset.layer} />}
    </span>
  );
}

function MatchedColumn({ hit }: { readonly hit: SearchHitRow }) {
  const column = hit.matched.find((match) => match.field === 'column' || match.field === 'columns');
  if (!column) return null;
  return (
    <span className={styles['matched']}>
      {' '}
      · column <Snippet text={column.snippet} />
    </span>
  );
}

function MatchedName({ hit }: { readonly hit: SearchHitRow }) {
  const match = hit.matched.find((entry) => entry.field === 'displayName');
  return match ? <Snippet text={match.snippet} /> : hit.asset.displayName;
}

function About({ hit }: { readonly hit: SearchHitRow }) {
  const match = hit.matched.find((entry) => entry.field === 'description');
  if (match) return <Snippet text={match.snippet} />;
  const { description } = hit.asset;
  return description ? firstLine(description) : <span className="subtle">No description</span>;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

function Signals({ asset }: { readonly asset: SearchHitRow['asset'] }) {
  return (
    <span className={styles['signals']}>
      {asset.owner ? <span className="clip">{asset.owner}</span> : <span className={styles['missing']}>no owner</span>}
      <span
        className="num"
        title={`${String(asset.upstreamCount)} direct upstream, ${String(asset.downstreamCount)} direct downstream`}
      >
        {count(asset.upstreamCount)}↑ {count(asset.downstreamCount)}↓
      </span>
      <span className="num">{count(asset.columnCount)} col</span>
      <TimeAgo at={asset.updatedAt} />
    </span>
  );
}
