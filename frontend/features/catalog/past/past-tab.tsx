import Link from 'next/link';
import { typeLabel } from '../../../components/asset/asset-type';
import { AssetLink } from '../../../components/asset/asset-link';
import { LayerChip, TagChip } from '../../../components/asset/chip';
import { Panel } from '../../../components/shell/page';
import { EmptyState } from '../../../components/states/empty-state';
import { Table } from '../../../components/table/table';
import { count } from '../../../components/text/numbers';
import { Prose } from '../../../components/text/prose';
import { withAsset, type AssetTab } from '../../../components/url-state';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';
import type { AssetAsOfQuery } from '../../../graphql/generated/graphql';
import styles from '../asset.module.css';
import { AssetAsOf } from './past.query';

type Moment = NonNullable<NonNullable<AssetAsOfQuery['asset']>['asOf']>;

interface PastTabProps {
  readonly assetId: string;
  readonly tab: Extract<AssetTab, 'overview' | 'columns' | 'lineage'>;
  readonly at: Date;
}

/** A tab as of a moment: what sources said then, in the order of precedence of today. */
export async function PastTab({ assetId, tab, at }: PastTabProps) {
  const { asset, up, down } = await request(AssetAsOf, { id: assetId, at: at.toISOString() }).catch(explainRefusal);
  const moment = asset?.asOf;
  if (tab === 'lineage') return <PastLineage assetId={assetId} at={at} up={up} down={down} />;
  if (!moment)
    return (
      <EmptyState title="Nobody spoke of this asset then">
        No source had described it yet, or none still did. Its history tab tells when it was first seen.
      </EmptyState>
    );
  return tab === 'columns' ? <PastColumns columns={moment.columns} /> : <PastOverview moment={moment} />;
}

function PastOverview({ moment }: { readonly moment: Moment }) {
  const { owner, type, layer, tags, description, sources } = moment;
  return (
    <div className={styles['overview']}>
      <Panel title="Description">
        {description ? <Prose text={description} /> : <p className="subtle">Nobody had described it.</p>}
      </Panel>
      <Panel title="Key facts">
        <dl className={styles['facts']}>
          <dt>Owner</dt>
          <dd>{owner ?? <span className="subtle">nobody yet</span>}</dd>
          <dt>Type</dt>
          <dd>{typeLabel(type)}</dd>
          {layer && <dt>Layer</dt>}
          {layer && (
            <dd>
              <LayerChip layer={layer} />
            </dd>
          )}
          <dt>Tags</dt>
          <dd className={styles['chips']}>
            {tags.length === 0 ? (
              <span className="subtle">none</span>
            ) : (
              tags.map((tag) => <TagChip key={tag} tag={tag} />)
            )}
          </dd>
          <dt>Columns</dt>
          <dd>{count(moment.columns.length)}</dd>
          <dt>Said by</dt>
          <dd>{sources.join(', ')}</dd>
        </dl>
      </Panel>
    </div>
  );
}

function PastColumns({ columns }: { readonly columns: Moment['columns'] }) {
  if (columns.length === 0)
    return <EmptyState title="No columns were known">No source had described its schema then.</EmptyState>;
  return (
    <Table label="Columns then" head={['Name', 'Type', 'Null', 'Tags', 'Description']}>
      {columns.map((column) => (
        <tr key={column.name}>
          <td className="mono">{column.name}</td>
          <td data-tight className="mono">
            {column.type ?? <span className="subtle">unknown</span>}
          </td>
          <td data-tight>{{ true: 'yes', false: 'no' }[String(column.nullable)]}</td>
          <td className={styles['chips']}>
            {column.tags.map((tag) => (
              <TagChip key={tag} tag={tag} />
            ))}
          </td>
          <td className="muted">{column.description}</td>
        </tr>
      ))}
    </Table>
  );
}

interface PastLineageProps extends Pick<AssetAsOfQuery, 'up' | 'down'> {
  readonly assetId: string;
  readonly at: Date;
}

function PastLineage({ assetId, at, up, down }: PastLineageProps) {
  return (
    <div className={styles['stack']} style={{ maxWidth: 1320 }}>
      <p>
        <Link href={`/lineage?focus=${assetId}&at=${at.toISOString()}`} prefetch={false} className={styles['action']}>
          Open in the lineage explorer as of then
        </Link>
      </p>
      <div className={styles['overview']} style={{ gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' }}>
        <PastSide title="Fed by" side={up} at={at} none="Nothing was known to feed it." />
        <PastSide title="Fed" side={down} at={at} none="Nothing was known to use it." />
      </div>
    </div>
  );
}

interface PastSideProps {
  readonly title: string;
  readonly side: AssetAsOfQuery['up'];
  readonly at: Date;
  readonly none: string;
}

function PastSide({ title, side, at, none }: PastSideProps) {
  const neighbours = side.nodes.filter(({ distance }) => distance > 0);
  return (
    <Panel title={title} isFlush aside={<span className="num subtle">{count(neighbours.length)}</span>}>
      {neighbours.length === 0 ? (
        <p className="subtle" style={{ padding: 14 }}>
          {none}
        </p>
      ) : (
        <Table label={title} head={['Asset', 'Type']}>
          {neighbours.map(({ asset }) => (
            <tr key={asset.id}>
              <td>
                <AssetLink asset={asset} query={withAsset({ at }).slice(1)} />
              </td>
              <td data-tight>{typeLabel(asset.type)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
