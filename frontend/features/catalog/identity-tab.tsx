import { Chip } from '../../components/asset/chip';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { CopyButton } from '../../components/text/copy-button';
import { TimeAgo } from '../../components/text/time-ago';
import type { AssetIdentityQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';
import { DeliveryLink } from './history-tab';
import { identityReason, normalization } from './identity-reasons';
import { IdentitySurgery } from './identity-surgery';

type IdentityAsset = NonNullable<AssetIdentityQuery['assetByName']>;

interface IdentityTabProps {
  readonly asset: IdentityAsset;
  readonly mayMerge: boolean;
}

/** Every spelling under which it is known, why each is the same thing, and who says so. */
export function IdentityTab({ asset, mayMerge }: IdentityTabProps) {
  return (
    <div className={styles['stack']} style={{ maxWidth: 1320 }}>
      <Panel
        title="Why are these one?"
        isFlush
        aside={
          mayMerge ? (
            <IdentitySurgery assetId={asset.id} displayName={asset.displayName} identifiers={asset.identifiers} />
          ) : undefined
        }
      >
        <Spellings identifiers={asset.identifiers} />
      </Panel>
      <Panel title="Sources" isFlush>
        <Origins origins={asset.origins} />
      </Panel>
      <p className="subtle">
        Id <code>{asset.id}</code> <CopyButton text={asset.id} what="the id" /> · URN{' '}
        <code style={{ overflowWrap: 'anywhere' }}>{asset.urn}</code> <CopyButton text={asset.urn} what="the URN" />
      </p>
    </div>
  );
}

function Spellings({ identifiers }: { readonly identifiers: IdentityAsset['identifiers'] }) {
  return (
    <Table label="Spellings" head={['Spelling', 'Role', 'Why it is this asset', 'Seen from', 'First', 'Last']}>
      {identifiers.map((identifier) => (
        <tr key={`${identifier.rawNamespace}|${identifier.rawName}|${identifier.source ?? ''}`}>
          <td className="mono" style={{ overflowWrap: 'anywhere' }}>
            {identifier.rawName}
            <br />
            <span className="subtle">{identifier.rawNamespace}</span>
          </td>
          <td data-tight>
            <Chip>{identifier.role.toLowerCase()}</Chip>
          </td>
          <td>
            <Why identifier={identifier} />
          </td>
          <td className="muted">{identifier.source ?? '—'}</td>
          <td data-tight className="subtle">
            <TimeAgo at={identifier.firstSeen} />
          </td>
          <td data-tight className="subtle">
            <TimeAgo at={identifier.lastSeen} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Why({ identifier }: { readonly identifier: IdentityAsset['identifiers'][number] }) {
  const raw = { namespace: identifier.rawNamespace, name: identifier.rawName };
  const read = normalization(raw, identifier);
  return (
    <>
      {identityReason(identifier.reason)}
      {read !== null && <p className={styles['message']}>{read}</p>}
    </>
  );
}

function Origins({ origins }: { readonly origins: IdentityAsset['origins'] }) {
  if (origins.length === 0)
    return (
      <p className="subtle" style={{ padding: 14 }}>
        Nothing describes it; it was only mentioned by something else.
      </p>
    );
  return (
    <Table label="Sources" head={['Source', 'Its own key', 'As of', 'Recorded', 'Delivery']}>
      {origins.map((origin) => (
        <tr key={origin.key + origin.label}>
          <td data-tight>
            <Chip title={`Kind: ${origin.kind}`}>{origin.label}</Chip>
          </td>
          <td className="mono" style={{ overflowWrap: 'anywhere' }}>
            {origin.key}
          </td>
          <td data-tight className="subtle">
            <TimeAgo at={origin.observedAt} />
          </td>
          <td data-tight className="subtle">
            <TimeAgo at={origin.recordedAt} />
          </td>
          <td data-tight>
            <DeliveryLink id={origin.deliveryId ?? null} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
