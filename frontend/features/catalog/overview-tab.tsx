import Link from 'next/link';
import { assetHref } from '../../components/asset/asset-href';
import { Panel } from '../../components/shell/page';
import { Notice } from '../../components/states/notice';
import { Prose } from '../../components/text/prose';
import { request } from '../../graphql/client';
import { OneHop } from './asset.query';
import styles from './asset.module.css';
import { EditableDescription } from './editable-description';
import { EditableLine } from './editable-line';
import { ownWordBefore } from './own-word';
import { KeyFacts, Tags, type OverviewAsset } from './key-facts';
import { OneHopStrip } from './one-hop';
import { Provenance } from './provenance';

interface OverviewTabProps {
  readonly asset: OverviewAsset;
  readonly mayEdit: boolean;
}

/** What it is, what it is fed by and feeds, and who said so. */
export async function OverviewTab({ asset, mayEdit }: OverviewTabProps) {
  const hop = await request(OneHop, { id: asset.id }).catch(() => null);
  return (
    <div className={styles['overview']}>
      <div className={styles['stack']}>
        <EditableDescription assetId={asset.id} description={asset.description ?? null} own={ownWordBefore(asset.facts, 'description')} mayEdit={mayEdit}>
          {asset.description ? <Prose text={asset.description} /> : null}
        </EditableDescription>
        <Panel title="One step each way" aside={<Link href={assetHref(asset, 'tab=lineage')}>All neighbours</Link>}>
          {hop ? <OneHopStrip asset={asset} hop={hop} /> : <Notice tone="warn">Lineage did not answer. Reload to try again.</Notice>}
        </Panel>
        <Panel title="Where each fact comes from" isFlush>
          <Provenance facts={asset.facts} />
        </Panel>
      </div>
      <Panel title="Key facts">
        <KeyFacts
          asset={asset}
          owner={
            <EditableLine assetId={asset.id} field="owner" label="owner" value={asset.owner ?? ''} own={ownWordBefore(asset.facts, 'owner')} mayEdit={mayEdit}>
              {asset.owner ? <span>{asset.owner}</span> : <span className="subtle">nobody yet</span>}
            </EditableLine>
          }
          tags={
            <EditableLine assetId={asset.id} field="tags" label="tags" value={asset.tags.join(', ')} own={ownWordBefore(asset.facts, 'tags')} mayEdit={mayEdit}>
              <Tags tags={asset.tags} />
            </EditableLine>
          }
        />
      </Panel>
    </div>
  );
}
