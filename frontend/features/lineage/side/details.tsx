'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { assetHref } from '../../../components/asset/asset-href';
import { AssetTypeIcon, typeLabel } from '../../../components/asset/asset-type';
import { LayerChip, TagChip } from '../../../components/asset/chip';
import { ClassificationChips } from '../../../components/asset/classification-chip';
import { DetailsPanel } from '../../../components/overlay/details-panel';
import { ErrorState } from '../../../components/states/error-state';
import { CopyButton } from '../../../components/text/copy-button';
import { MiddleEllipsis } from '../../../components/text/middle-ellipsis';
import { TimeAgo } from '../../../components/text/time-ago';
import { withAsset, withImpact } from '../../../components/url-state';
import { count } from '../../../components/text/numbers';
import type { AssetSummary, SceneEdge } from '../graph/graph';
import type { VisibleNode } from '../graph/visible';
import styles from './side.module.css';
import { useDetails, type Loaded, type NodeDetailsAsset } from './use-details';

export interface DetailsActions {
  readonly refocus: (id: string) => void;
  readonly hide: (id: string) => void;
  readonly pathTo: (id: string) => void;
  readonly expandAt: (id: string, side: 'up' | 'down') => void;
  readonly select: (id: string | null) => void;
}

interface DetailsProps {
  readonly node: VisibleNode;
  /** Drawn edges into and out of the node. */
  readonly into: readonly SceneEdge[];
  readonly outOf: readonly SceneEdge[];
  readonly nameOf: (id: string) => string;
  readonly isFocus: boolean;
  /** The moment shown; null for now. */
  readonly at: Date | null;
  readonly actions: DetailsActions;
}

/** The selected asset beside the graph: what it is, who owns it, who says so, its neighbours, what can be done. */
export function Details(props: DetailsProps) {
  const { node, isFocus, at, actions } = props;
  const { asset } = node;
  const [loaded, retry] = useDetails(node.id, at);
  return (
    <DetailsPanel
      label={`Details of ${asset.displayName}`}
      onClose={() => actions.select(null)}
      title={
        <span className={styles['detailsTitle']}>
          <AssetTypeIcon type={asset.type} />
          <span className="clip" title={asset.name}>
            {asset.displayName}
          </span>
        </span>
      }
    >
      <div className={styles['details']} data-testid="details">
        <p className={styles['qualified']}>
          <MiddleEllipsis text={asset.name} className="mono" />
          <CopyButton text={asset.name} what="the name" />
        </p>
        <div className={styles['buttons']}>
          <Button component={Link} href={assetHref(asset, withAsset({ at }).slice(1))} prefetch={false}>
            Open page
          </Button>
          <Button component={Link} href={withImpact('/impact', { asset: asset.id })} prefetch={false}>
            Impact
          </Button>
          {!isFocus && <Button onClick={() => actions.refocus(node.id)}>Focus here</Button>}
          {!isFocus && <Button onClick={() => actions.pathTo(node.id)}>Path</Button>}
          {!isFocus && <Button onClick={() => actions.hide(node.id)}>Hide</Button>}
        </div>
        <Facts loaded={loaded} node={node} onRetry={retry} />
        <Neighbours title="Upstream" side="up" {...props} />
        <Neighbours title="Downstream" side="down" {...props} />
      </div>
    </DetailsPanel>
  );
}

function Facts({
  loaded,
  node,
  onRetry,
}: {
  readonly loaded: Loaded;
  readonly node: VisibleNode;
  readonly onRetry: () => void;
}) {
  if (loaded.state === 'failed') {
    const { message, requestId } = loaded.error;
    return (
      <ErrorState title="Details could not be loaded" explanation={message} requestId={requestId} onRetry={onRetry} />
    );
  }
  const more = loaded.state === 'ready' ? loaded.asset : null;
  const description = more?.asOf ? more.asOf.description : more?.description;
  return (
    <>
      {description && <p className={styles['description']}>{description}</p>}
      <dl className={styles['facts']}>
        <KnownFacts asset={factsThen(node.asset, more)} />
        {more && <LoadedFacts asset={more} />}
      </dl>
    </>
  );
}

/** Owner, tags and number of columns of the moment shown, where it is not today's. */
function factsThen(asset: AssetSummary, more: NodeDetailsAsset | null): AssetSummary {
  if (!more?.asOf) return asset;
  const { owner, tags, columns } = more.asOf;
  return { ...asset, owner, tags, columnCount: columns.length };
}

/** What the card already knows. */
function KnownFacts({ asset }: { readonly asset: AssetSummary }) {
  return (
    <>
      <Fact name="Type">
        {typeLabel(asset.type)} · {asset.platform}
      </Fact>
      {asset.statusReason && <Fact name={asset.status.toLowerCase()}>{asset.statusReason}</Fact>}
      <Fact name="Owner">{asset.owner ?? <span className="subtle">nobody yet</span>}</Fact>
      {asset.layer && (
        <Fact name="Layer">
          <LayerChip layer={asset.layer} />
        </Fact>
      )}
      {asset.tags.length > 0 && (
        <Fact name="Tags">
          <span className={styles['chips']}>
            {asset.tags.map((tag) => (
              <TagChip key={tag} tag={tag} />
            ))}
          </span>
        </Fact>
      )}
      <Fact name="Columns">{count(asset.columnCount)}</Fact>
    </>
  );
}

function LoadedFacts({ asset }: { readonly asset: NodeDetailsAsset }) {
  return (
    <>
      {asset.classification && (
        <Fact name="Class">
          <span className={styles['chips']}>
            <ClassificationChips classification={asset.classification} />
          </span>
        </Fact>
      )}
      <Fact name="Reported by">
        <Sources sources={asset.sources} />
      </Fact>
      <Fact name="Changed">
        <TimeAgo at={asset.updatedAt} />
      </Fact>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sources({ sources }: { readonly sources: readonly { readonly label: string }[] }) {
  const labels = [...new Set(sources.map(({ label }) => label))];
  return <>{labels.length > 0 ? labels.join(', ') : 'only mentioned by others'}</>;
}

function Neighbours({
  title,
  side,
  node,
  into,
  outOf,
  nameOf,
  actions,
}: DetailsProps & { readonly title: string; readonly side: 'up' | 'down' }) {
  const edges = side === 'up' ? into : outOf;
  const { total, more } = node[side];
  return (
    <section className={styles['neighbours']}>
      <h3>
        {title} <span className={styles['note']}>{count(total)}</span>
      </h3>
      <ul>
        {edges.map((edge) => {
          const other = side === 'up' ? edge.source : edge.target;
          return (
            <li key={edge.id}>
              <button type="button" onClick={() => actions.select(other)}>
                {nameOf(other)}
              </button>
              <span className={styles['note']} title={edge.jobs.join(', ') || undefined}>
                {[edge.kind.toLowerCase(), edge.transformation, edge.sources.join(', ')].filter(Boolean).join(' · ')}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button variant="subtle" onClick={() => actions.expandAt(node.id, side)}>
          Show {Math.min(10, more)} of {count(more)} more
        </Button>
      )}
      {total === 0 && <p className="subtle">none recorded</p>}
    </section>
  );
}
