import type { CSSProperties } from 'react';
import { AssetLink } from '../../components/asset/asset-link';
import { layerColor } from '../../components/asset/chip';
import { counted } from '../../components/text/numbers';
import type { AssetRowFragment, OneHopQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';

const CARD = 34;
const WIDTH = 56;

interface OneHopProps {
  readonly asset: AssetRowFragment;
  readonly hop: OneHopQuery;
}

/** What feeds the asset and what it feeds, one step each way; drawn on the server, no graph library. */
export function OneHopStrip({ asset, hop }: OneHopProps) {
  return (
    <div className={styles['hop']}>
      <Side side={hop.up} words="upstream" none="Nothing is known to feed it" />
      <Edges rows={rowsOf(hop.up)} isIncoming />
      <span className={`${styles['hopCard'] ?? ''} ${styles['hopFocus'] ?? ''}`} style={layerStyle(asset.layer)}>
        <span className="clip">{asset.displayName}</span>
      </span>
      <Edges rows={rowsOf(hop.down)} isIncoming={false} />
      <Side side={hop.down} words="downstream" none="Nothing is known to use it" />
    </div>
  );
}

type Hop = OneHopQuery['up'];

function rowsOf(side: Hop): number {
  return side.nodes.length + (side.total > side.nodes.length ? 1 : 0);
}

interface SideProps {
  readonly side: Hop;
  readonly words: string;
  readonly none: string;
}

function Side({ side, words, none }: SideProps) {
  if (side.total === 0) return <p className="subtle">{none}</p>;
  return (
    <ul className={styles['hopSide']} aria-label={`${counted(side.total, 'asset')} ${words}`}>
      {side.nodes.map((node) => (
        <li key={node.id} className={styles['hopCard']} style={layerStyle(node.layer)}>
          <AssetLink asset={node} />
        </li>
      ))}
      {side.total > side.nodes.length && (
        <li className={styles['hopMore']}>
          {side.total - side.nodes.length} more {words}
        </li>
      )}
    </ul>
  );
}

function layerStyle(layer: string | null | undefined): CSSProperties {
  return { '--layer': layerColor(layer ?? null) } as CSSProperties;
}

function Edges({ rows, isIncoming }: { readonly rows: number; readonly isIncoming: boolean }) {
  const height = Math.max(rows, 1) * CARD - 4;
  const middle = height / 2;
  return (
    <svg
      className={styles['edges']}
      height={height}
      viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
      fill="none"
      stroke="var(--t-edge)"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      {Array.from({ length: rows }, (_, index) => {
        const y = index * CARD + 15;
        const [from, to] = isIncoming ? [y, middle] : [middle, y];
        return (
          <path
            key={y}
            d={`M0 ${String(from)} C ${String(WIDTH / 2)} ${String(from)}, ${String(WIDTH / 2)} ${String(to)}, ${String(WIDTH - 1)} ${String(to)}`}
          />
        );
      })}
      {rows > 0 && isIncoming && <path d={`M${String(WIDTH - 5)} ${String(middle - 3)} l4 3 l-4 3`} />}
    </svg>
  );
}
