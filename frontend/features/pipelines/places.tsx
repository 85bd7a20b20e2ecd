import { AssetLink } from '../../components/asset/asset-link';
import { LayerChip } from '../../components/asset/chip';
import { Panel } from '../../components/shell/page';
import { count } from '../../components/text/numbers';
import type { AssetRowFragment } from '../../graphql/generated/graphql';
import styles from './pipelines.module.css';

export interface ShownPlace {
  readonly namespace: string;
  readonly name: string;
  readonly asset?: AssetRowFragment | null;
}

interface PlacesProps {
  readonly title: string;
  readonly places: readonly ShownPlace[];
  readonly none: string;
}

/** What is read or written, each leading to its page. */
export function Places({ title, places, none }: PlacesProps) {
  return (
    <Panel title={title} isFlush aside={<span className="num subtle">{count(places.length)}</span>}>
      {places.length === 0 ? (
        <p className={styles['note']}>{none}</p>
      ) : (
        <ul className={styles['places']}>
          {places.map((place) => (
            <li key={`${place.namespace} ${place.name}`} className={styles['place']}>
              <PlaceLink place={place} />
              {place.asset?.layer && <LayerChip layer={place.asset.layer} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A dataset by its asset; by its name while it has none. */
export function PlaceLink({ place }: { readonly place: ShownPlace }) {
  if (place.asset) return <AssetLink asset={place.asset} />;
  return (
    <span className="mono clip" title={place.namespace}>
      {place.name}
    </span>
  );
}
