import Link from 'next/link';
import { assetHref } from '../../components/asset/asset-href';
import { Panel } from '../../components/shell/page';
import { Notice } from '../../components/states/notice';
import { Prose } from '../../components/text/prose';
import { request } from '../../graphql/client';
import { OneHop } from './asset.query';
import styles from './asset.module.css';
import { AssetWhyButton } from './asset-why-button';
import { ClassifyButton } from './classify-button';
import { EditableDescription } from './editable-description';
import { EditableLine } from './editable-line';
import { ownWordBefore } from './own-word';
import { KeyFacts, Tags, type OverviewAsset } from './key-facts';
import { OneHopStrip } from './one-hop';
import { Provenance } from './provenance';

interface OverviewTabProps {
  readonly asset: OverviewAsset;
  readonly mayEdit: boolean;
  readonly mayClassify: boolean;
}

/** What it is, what it is fed by and feeds, and who said so. */
export async function OverviewTab({ asset, mayEdit, mayClassify }: OverviewTabProps) {
  const hop = await request(OneHop, { id: asset.id }).catch(() => null);
  const description = asset.description ?? null;
  return (
    <div className={styles['overview']}>
      <div className={styles['stack']}>
        <EditableDescription
          assetId={asset.id}
          description={description}
          own={ownWordBefore(asset.facts, 'description')}
          mayEdit={mayEdit}
        >
          {description === null ? null : <Prose text={description} />}
        </EditableDescription>
        <Panel title="One step each way" aside={<Link href={assetHref(asset, 'tab=lineage')}>All neighbours</Link>}>
          {hop ? <OneHopStrip asset={asset} hop={hop} /> : <Notice tone="warn">{NO_LINEAGE}</Notice>}
        </Panel>
        <Panel title="Where each fact comes from" isFlush>
          <Provenance facts={asset.facts} />
        </Panel>
      </div>
      <Panel title="Key facts">
        <EditableFacts asset={asset} mayEdit={mayEdit} mayClassify={mayClassify} />
      </Panel>
    </div>
  );
}

const NO_LINEAGE = 'Lineage did not answer. Reload to try again.';

function EditableFacts({ asset, mayEdit, mayClassify }: OverviewTabProps) {
  const line = (field: 'owner' | 'tags') => ({
    assetId: asset.id,
    field,
    own: ownWordBefore(asset.facts, field),
    mayEdit,
  });
  const owner = (
    <EditableLine {...line('owner')} value={asset.owner ?? ''}>
      {asset.owner ?? <span className="subtle">nobody yet</span>}
    </EditableLine>
  );
  const tags = (
    <EditableLine {...line('tags')} value={asset.tags.join(', ')}>
      <Tags tags={asset.tags} />
    </EditableLine>
  );
  const { id: assetId, displayName: name, classification } = asset;
  const classify = (
    <>
      {classification && <AssetWhyButton assetId={assetId} name={name} mayBlock={mayClassify} />}
      {mayClassify && (
        <ClassifyButton assetId={assetId} name={name} classification={classification ?? null} column={null} />
      )}
    </>
  );
  return <KeyFacts asset={asset} owner={owner} tags={tags} classify={classify} />;
}
