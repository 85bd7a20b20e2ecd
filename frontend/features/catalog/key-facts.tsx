import type { ReactNode } from 'react';
import { typeLabel } from '../../components/asset/asset-type';
import { TagChip } from '../../components/asset/chip';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { TimeAgo } from '../../components/text/time-ago';
import type { AssetOverviewQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';
import { propertyFacts } from './properties';

export type OverviewAsset = NonNullable<AssetOverviewQuery['assetByName']>;

interface KeyFactsProps {
  readonly asset: OverviewAsset;
  /** The owner and tags with their editors, where the reader may edit. */
  readonly owner: ReactNode;
  readonly tags: ReactNode;
  /** The way to classify it, for those who may. */
  readonly classify: ReactNode;
}

/** Everything short that is known, in a fixed order; unknown things are left out, but for the owner. */
export function KeyFacts({ asset, owner, tags, classify }: KeyFactsProps) {
  const rows: [string, ReactNode][] = [
    ['Owner', owner],
    ['Tags', tags],
    ['Classification', <Classified key="class" asset={asset} classify={classify} />],
    ['Type', typeLabel(asset.type)],
    ['Location', asset.location && <span className="mono">{asset.location}</span>],
    ['Region', asset.region],
    ['Encrypted', yesNo(asset.isEncrypted)],
    ['Access logged', yesNo(asset.hasAccessLogging)],
    ...propertyFacts(asset.properties),
    ['First seen', <TimeAgo key="at" at={asset.createdAt} />],
  ];
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <FactPair key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function Classified({ asset, classify }: Pick<KeyFactsProps, 'asset' | 'classify'>) {
  return (
    <span className={styles['chips']}>
      {asset.classification ? (
        <ClassificationChips classification={asset.classification} />
      ) : (
        <span className="subtle">not classified</span>
      )}
      {classify}
    </span>
  );
}

function FactPair({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function yesNo(value: boolean | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return value ? 'yes' : 'no';
}

/** Tags as links to everything that has them. */
export function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return <span className="subtle">none</span>;
  return (
    <span className={styles['chips']}>
      {tags.map((tag) => (
        <TagChip key={tag} tag={tag} />
      ))}
    </span>
  );
}
