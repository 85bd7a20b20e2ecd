import Link from 'next/link';
import { AssetLink } from '../../components/asset/asset-link';
import { LayerChip } from '../../components/asset/chip';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';
import type { AllNeighboursQuery, AssetHeaderFragment } from '../../graphql/generated/graphql';
import { AllNeighbours } from './asset.query';
import styles from './asset.module.css';

/** Direct neighbours as lists, and the way into the explorer for everything beyond. */
export async function LineageTab({ asset }: { readonly asset: AssetHeaderFragment }) {
  const { up, down } = await request(AllNeighbours, { id: asset.id }).catch(explainRefusal);
  return (
    <div className={styles['stack']} style={{ maxWidth: 1320 }}>
      <p>
        <Link href={`/lineage?focus=${asset.id}`} className={styles['action']}>
          Open in the lineage explorer
        </Link>
      </p>
      <div className={styles['halves']}>
        <Neighbours title="Fed by" side={up} none="Nothing is known to feed it." />
        <Neighbours title="Feeds" side={down} none="Nothing is known to use it." />
      </div>
    </div>
  );
}

interface NeighboursProps {
  readonly title: string;
  readonly side: AllNeighboursQuery['up'];
  readonly none: string;
}

function Neighbours({ title, side, none }: NeighboursProps) {
  const left = side.total - side.nodes.length;
  return (
    <Panel
      title={title}
      isFlush
      aside={
        <span className="num subtle">
          {left > 0 ? `${count(side.nodes.length)} of ${count(side.total)}` : count(side.total)}
        </span>
      }
    >
      {side.nodes.length === 0 ? (
        <p className="subtle" style={{ padding: 14 }}>
          {none}
        </p>
      ) : (
        <Table label={title} head={['Asset', 'Layer', 'Owner', { label: 'Further', align: 'end' }]}>
          {side.nodes.map((node) => (
            <tr key={node.id}>
              <td>
                <AssetLink asset={node} />
              </td>
              <td data-tight>{node.layer && <LayerChip layer={node.layer} />}</td>
              <td className="muted" style={{ overflowWrap: 'anywhere' }}>
                {node.owner ?? <span className="subtle">—</span>}
              </td>
              <td data-align="end" data-tight className="muted">
                {node.upstreamCount}↑ {node.downstreamCount}↓
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
