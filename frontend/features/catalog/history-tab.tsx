import Link from 'next/link';
import { Chip } from '../../components/asset/chip';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import type { AssetHistoryQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';
import { describeChange } from './describe-change';
import { sentenceCase } from './properties';

type HistoryAsset = NonNullable<AssetHistoryQuery['assetByName']>;
type Version = HistoryAsset['schemaVersions'][number];

/** How the schema came to be, version by version, and everything else that changed. */
export function HistoryTab({ asset }: { readonly asset: HistoryAsset }) {
  return (
    <div className={styles['stack']} style={{ maxWidth: 1320 }}>
      <Panel title="Schema versions" isFlush>
        {asset.schemaVersions.length === 0 ? (
          <None text="No schema has been recorded yet." />
        ) : (
          <Versions versions={asset.schemaVersions} />
        )}
      </Panel>
      <Panel title="Changes" isFlush>
        {asset.changes.length === 0 ? (
          <None text="No change has been recorded yet." />
        ) : (
          <Changes changes={asset.changes} />
        )}
      </Panel>
    </div>
  );
}

function None({ text }: { readonly text: string }) {
  return (
    <p className="subtle" style={{ padding: 14 }}>
      {text}
    </p>
  );
}

function Versions({ versions }: { readonly versions: readonly Version[] }) {
  return (
    <Table label="Schema versions" head={['Version', 'Difference to the one before', 'As of', 'Delivery']}>
      {versions.map((version) => (
        <tr key={version.version}>
          <td data-tight>
            v{version.version}{' '}
            {version.isBreaking && <Chip glyph={{ sign: '▲', color: 'var(--t-status-fail)' }}>breaking</Chip>}
          </td>
          <td>
            <SchemaDiff version={version} />
          </td>
          <td data-tight className="subtle">
            <TimeAgo at={version.observedAt} />
          </td>
          <td data-tight>
            <DeliveryLink id={version.deliveryId ?? null} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function SchemaDiff({ version }: { readonly version: Version }) {
  return (
    <span className={styles['diff']}>
      {version.removed.map((name) => (
        <span key={name} data-diff="removed">
          − {name}
        </span>
      ))}
      {version.retyped.map(({ name, before, after }) => (
        <span key={name} data-diff="changed">
          △ {name} {before ?? 'unknown'} → {after ?? 'unknown'}
        </span>
      ))}
      {version.added.map((name) => (
        <span key={name} data-diff="added">
          + {name}
        </span>
      ))}
    </span>
  );
}

function Changes({ changes }: { readonly changes: HistoryAsset['changes'] }) {
  return (
    <Table label="Changes" head={['When', 'What', 'By', 'Delivery']}>
      {changes.map((change) => (
        <tr key={change.id}>
          <td data-tight className="subtle">
            <TimeAgo at={change.at} />
          </td>
          <td>
            <ChangeWords change={change} />
          </td>
          <td className="muted">{change.actor ?? 'system'}</td>
          <td data-tight>
            <DeliveryLink id={change.deliveryId ?? null} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ChangeWords({ change }: { readonly change: HistoryAsset['changes'][number] }) {
  const fields = describeChange(change.detail);
  const operation = change.operation.toLowerCase().replaceAll('_', ' ');
  if (fields.length === 0) return operation;
  return (
    <ul className={styles['changes']} aria-label={operation}>
      {fields.map(({ field, words }) => (
        <li key={field}>
          <span className="muted">{sentenceCase(field)}</span> <span className="mono">{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** The delivery that brought something; nothing for what people said. */
export function DeliveryLink({ id }: { readonly id: string | null }) {
  if (id === null) return <span className="subtle">—</span>;
  return (
    <Link href={`/admin/ingestion/${id}`} prefetch={false}>
      report
    </Link>
  );
}
