import Link from 'next/link';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import { Chip, LayerChip } from '../../components/asset/chip';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { MiddleEllipsis } from '../../components/text/middle-ellipsis';
import { count } from '../../components/text/numbers';
import { plainSnippet, Snippet } from '../../components/text/snippet';
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
          <Path hit={hit} />
          <Marks asset={asset} />
        </div>
        <div className={styles['second']}>
          <span className={styles['about']}>
            <About hit={hit} />
            <Matched hit={hit} field="column" />
            <Matched hit={hit} field="tag" />
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

/** The first column or tag that has the words. */
function Matched({ hit, field }: { readonly hit: SearchHitRow; readonly field: 'column' | 'tag' }) {
  const match = hit.matched.find((each) => each.field === field);
  if (!match) return null;
  return (
    <span className={styles['matched']}>
      {' '}
      · {field} <Snippet text={match.snippet} />
    </span>
  );
}

function MatchedName({ hit }: { readonly hit: SearchHitRow }) {
  const match = hit.matched.find((entry) => entry.field === 'name');
  return match ? <Snippet text={match.snippet} /> : hit.asset.displayName;
}

/** The qualified name, with the namespace when the words are in it. */
function Path({ hit }: { readonly hit: SearchHitRow }) {
  const match = hit.matched.find((entry) => entry.field === 'qualified name');
  if (!match) return <MiddleEllipsis text={hit.asset.name} className={styles['path'] ?? ''} />;
  return (
    <span className={`clip ${styles['path'] ?? ''}`} title={plainSnippet(match.snippet)}>
      <Snippet text={match.snippet} />
    </span>
  );
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
