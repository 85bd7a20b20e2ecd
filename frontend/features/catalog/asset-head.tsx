import Link from 'next/link';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon, typeLabel } from '../../components/asset/asset-type';
import { Chip, LayerChip, StatusDot } from '../../components/asset/chip';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { Icon } from '../../components/icon';
import { Notice } from '../../components/states/notice';
import { runHref } from '../../components/run/job-href';
import { RunMark } from '../../components/run/run-mark';
import { CopyButton } from '../../components/text/copy-button';
import { MiddleEllipsis } from '../../components/text/middle-ellipsis';
import { counted } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import { ASSET_TABS, withAsset, withImpact, type AssetTab } from '../../components/url-state';
import type { AssetHeaderFragment } from '../../graphql/generated/graphql';
import { AssetKeys } from './asset-keys';
import styles from './asset.module.css';

const TAB_WORDS: Record<AssetTab, string> = {
  overview: 'Overview',
  columns: 'Columns',
  lineage: 'Lineage',
  runs: 'Runs',
  quality: 'Quality',
  policies: 'Policies',
  history: 'History',
  sources: 'Sources & identity',
  sql: 'SQL',
};

interface AssetHeadProps {
  readonly asset: AssetHeaderFragment;
  readonly tab: AssetTab;
  /** Null for today; the way to other tabs keeps it. */
  readonly at: Date | null;
}

/** Above every tab: where it is, what it is, whether to trust it, and the way to its parts. */
export function AssetHead({ asset, tab, at }: AssetHeadProps) {
  const lineageHref = `/lineage?focus=${asset.id}${at ? `&at=${at.toISOString()}` : ''}`;
  return (
    <header className={styles['header']}>
      <nav className={styles['crumbs']} aria-label="Breadcrumb">
        <Link href={searchFor(`platform:${asset.platform}`)} prefetch={false}>
          {asset.platform}
        </Link>
        <span aria-hidden="true">/</span>
        <Link href={searchFor(`namespace:"${asset.namespace}"`)} prefetch={false}>
          {asset.namespace}
        </Link>
      </nav>
      <TitleLine asset={asset} lineageHref={lineageHref} />
      <div className={styles['name']}>
        <MiddleEllipsis text={asset.name} />
        <CopyButton text={asset.name} what="the qualified name" />
      </div>
      {asset.statusReason && (
        <div style={{ paddingTop: 8 }}>
          <Notice tone="warn">{asset.statusReason}</Notice>
        </div>
      )}
      <Signals asset={asset} />
      <Tabs asset={asset} tab={tab} at={at} />
      <AssetKeys
        href={assetHref(asset)}
        at={at}
        lineageHref={lineageHref}
        impactHref={withImpact('/impact', { asset: asset.id })}
        name={asset.name}
      />
    </header>
  );
}

function searchFor(q: string): string {
  return `/search?q=${encodeURIComponent(q)}`;
}

interface TitleLineProps {
  readonly asset: AssetHeaderFragment;
  readonly lineageHref: string;
}

function TitleLine({ asset, lineageHref }: TitleLineProps) {
  return (
    <div className={styles['title']}>
      <span className={styles['type']}>
        <AssetTypeIcon type={asset.type} size={20} />
      </span>
      <h1 title={asset.displayName}>{asset.displayName}</h1>
      {asset.layer && <LayerChip layer={asset.layer} href={searchFor(`layer:${asset.layer}`)} />}
      {asset.classification && <ClassificationChips classification={asset.classification} />}
      {asset.restriction && <RestrictedChip restriction={asset.restriction} />}
      {asset.status !== 'ACTIVE' && <Chip>{asset.status === 'STUB' ? 'only mentioned' : 'retired'}</Chip>}
      <div className={styles['actions']}>
        <Link href={lineageHref} prefetch={false} className={styles['action']} title="Lineage  l">
          <Icon name="lineage" /> Lineage
        </Link>
        <Link
          href={withImpact('/impact', { asset: asset.id })}
          prefetch={false}
          className={styles['action']}
          title="Impact  i"
        >
          <Icon name="impact" /> Impact
        </Link>
      </div>
    </div>
  );
}

/** Seen only by those who may know of it. */
function RestrictedChip({ restriction }: { readonly restriction: NonNullable<AssetHeaderFragment['restriction']> }) {
  const { namespace, reason } = restriction;
  return (
    <Chip title={namespace ? `All of ${namespace} is restricted: ${reason}` : reason}>
      <Icon name="lock" size={12} /> restricted
    </Chip>
  );
}

function Signals({ asset }: { readonly asset: AssetHeaderFragment }) {
  return (
    <div className={styles['signals']}>
      <span className={styles['signal']}>{typeLabel(asset.type)}</span>
      <span className={styles['signal']} data-tone={asset.owner ? undefined : 'warn'}>
        <Icon name="user" size={14} /> {asset.owner ? <strong>{asset.owner}</strong> : 'no owner'}
      </span>
      <Checks rules={asset.rules} />
      <span className={styles['signal']}>
        <Icon name="lineage" size={14} /> <strong>{asset.upstreamCount}</strong> up ·{' '}
        <strong>{asset.downstreamCount}</strong> down
      </span>
      <span className={styles['signal']}>
        <Icon name="columns" size={14} /> <strong>{counted(asset.columnCount, 'column')}</strong>
      </span>
      <span className={styles['signal']}>
        <Icon name="clock" size={14} /> changed <TimeAgo at={asset.updatedAt} />
      </span>
      {asset.lastWrittenBy && <LastWritten run={asset.lastWrittenBy} />}
      <SaidBy sources={asset.sources} />
    </div>
  );
}

/** The run that wrote it last, whatever became of it: one that failed leaves doubt. */
function LastWritten({ run }: { readonly run: NonNullable<AssetHeaderFragment['lastWrittenBy']> }) {
  const at = run.endedAt ?? run.startedAt;
  return (
    <span className={styles['signal']} data-tone={run.state === 'FAILED' ? 'warn' : undefined}>
      <Icon name="play" size={14} /> written by{' '}
      <Link href={runHref(run.id)} prefetch={false}>
        {run.job?.name ?? run.id.slice(0, 8)}
      </Link>
      <RunMark state={run.state} /> {at && <TimeAgo at={at} />}
    </span>
  );
}

function SaidBy({ sources }: { readonly sources: AssetHeaderFragment['sources'] }) {
  if (sources.length === 0) return null;
  return (
    <span className={styles['signal']} title={sources.map((source) => source.label).join('\n')}>
      <Icon name="inbox" size={14} /> said by <strong>{counted(sources.length, 'source')}</strong>
    </span>
  );
}

function Checks({ rules }: { readonly rules: AssetHeaderFragment['rules'] }) {
  const results = rules.flatMap((rule) => (rule.lastResult ? [rule.lastResult.status] : []));
  const passed = results.filter((status) => status === 'PASSED').length;
  if (rules.length === 0) return <span className={styles['signal']}>no checks</span>;
  const tone = results.length === 0 ? 'unknown' : passed === results.length ? 'pass' : 'fail';
  return (
    <span className={styles['signal']}>
      <StatusDot status={tone} />
      {results.length === 0 ? (
        `${counted(rules.length, 'check')}, never run`
      ) : (
        <strong>{`${String(passed)}/${String(rules.length)} checks passed`}</strong>
      )}
    </span>
  );
}

function Tabs({ asset, tab, at }: AssetHeadProps) {
  const counts: Partial<Record<AssetTab, number>> = {
    columns: asset.columnCount,
    quality: asset.rules.length,
    sources: asset.sources.length,
  };
  return (
    <nav className={styles['tabs']} aria-label="Parts of this asset">
      {ASSET_TABS.map((name) => (
        <Link
          key={name}
          href={assetHref(asset, withAsset({ tab: name, at }).slice(1))}
          prefetch={false}
          scroll={false}
          className={styles['tab']}
          data-tab={name}
          {...(name === tab && { 'aria-current': 'page' as const })}
        >
          {TAB_WORDS[name]}
          {counts[name] !== undefined && <span className="num subtle">{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  );
}
