'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { assetHref } from '../../../components/asset/asset-href';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { TagChip } from '../../../components/asset/chip';
import { ClassificationChips } from '../../../components/asset/classification-chip';
import { DetailsPanel } from '../../../components/overlay/details-panel';
import { ErrorState } from '../../../components/states/error-state';
import { count as digits } from '../../../components/text/numbers';
import { ApiError, abortableRequest } from '../../../graphql/browser';
import type { ColumnDetailsQuery } from '../../../graphql/generated/graphql';
import { ColumnDetails as Query } from '../column.query';
import { howOf } from '../graph/edge-kind';
import type { SceneEdge } from '../graph/graph';
import type { VisibleNode } from '../graph/visible';
import styles from './side.module.css';

interface ColumnDetailsProps {
  readonly node: VisibleNode;
  readonly into: readonly SceneEdge[];
  readonly outOf: readonly SceneEdge[];
  readonly nameOf: (id: string) => string;
  readonly isRoot: boolean;
  readonly onFollow: () => void;
  readonly onSelect: (id: string | null) => void;
}

/** The selected column beside the graph: what it is, what feeds it and how, what it feeds. */
export function ColumnDetails({ node, into, outOf, nameOf, isRoot, onFollow, onSelect }: ColumnDetailsProps) {
  const { asset, column } = node;
  const name = column?.name ?? '';
  const page = assetHref(asset, `tab=columns&col=${encodeURIComponent(name)}`);
  return (
    <DetailsPanel
      label={`Details of ${asset.displayName}.${name}`}
      onClose={() => onSelect(null)}
      title={
        <span className={styles['detailsTitle']}>
          <span className="clip mono" title={name}>
            {name}
          </span>
        </span>
      }
    >
      <div className={styles['details']} data-testid="details">
        <p className={styles['qualified']}>
          <AssetTypeIcon type={asset.type} size={14} /> <span className="clip">{asset.name}</span>
        </p>
        <div className={styles['buttons']}>
          <Button component={Link} href={page} prefetch={false}>
            Open page
          </Button>
          {!isRoot && <Button onClick={onFollow}>Follow this column</Button>}
        </div>
        <Facts node={node} />
        <Ends title="Fed by" edges={into} far="source" total={node.up.total} {...{ nameOf, onSelect }} />
        <Ends title="Feeds" edges={outOf} far="target" total={node.down.total} {...{ nameOf, onSelect }} />
      </div>
    </DetailsPanel>
  );
}

type Loaded = NonNullable<ColumnDetailsQuery['columnLineage']['nodes'][number]>['details'];

function Facts({ node: { asset, column } }: Pick<ColumnDetailsProps, 'node'>) {
  const [loaded, retry] = useColumn(asset.id, column?.name ?? '');
  if (loaded instanceof ApiError) {
    const { message, requestId } = loaded;
    return (
      <ErrorState title="Details could not be loaded" explanation={message} requestId={requestId} onRetry={retry} />
    );
  }
  return (
    <>
      {loaded?.description && <p className={styles['description']}>{loaded.description}</p>}
      <dl className={styles['facts']}>
        <div>
          <dt>Type</dt>
          <dd className="mono">{column?.type ?? 'unknown'}</dd>
        </div>
        <Marks column={loaded} />
      </dl>
    </>
  );
}

function Marks({ column }: { readonly column: Loaded | null }) {
  if (!column) return null;
  const { classification, tags } = column;
  return (
    <>
      <div>
        <dt>Class</dt>
        <dd className={styles['chips']}>
          {classification ? <ClassificationChips classification={classification} /> : 'not classified'}
        </dd>
      </div>
      {tags.length > 0 && (
        <div>
          <dt>Tags</dt>
          <dd className={styles['chips']}>
            {tags.map((tag) => (
              <TagChip key={tag} tag={tag} />
            ))}
          </dd>
        </div>
      )}
    </>
  );
}

function useColumn(id: string, column: string): [Loaded | ApiError | null, () => void] {
  const key = `${id}#${column}`;
  const [answer, setAnswer] = useState<{ key: string; loaded: Loaded | ApiError | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, Query, { id, column }).then(
      ({ columnLineage: { nodes } }) => setAnswer({ key: `${id}#${column}`, loaded: nodes[0]?.details ?? null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setAnswer({ key: `${id}#${column}`, loaded: error as ApiError });
      },
    );
    return () => abort.abort();
  }, [id, column, attempt]);
  return [answer?.key === key ? answer.loaded : null, () => setAttempt((count) => count + 1)];
}

interface EndsProps {
  readonly title: string;
  readonly edges: readonly SceneEdge[];
  readonly far: 'source' | 'target';
  readonly total: number;
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: string) => void;
}

function Ends({ title, edges, far, total, nameOf, onSelect }: EndsProps) {
  return (
    <section className={styles['neighbours']}>
      <h3>
        {title} <span className={styles['note']}>{digits(total)}</span>
      </h3>
      <ul>
        {edges.map((edge) => (
          <li key={edge.id}>
            <button type="button" onClick={() => onSelect(edge[far])}>
              {nameOf(edge[far])}
            </button>
            <span className={styles['note']}>{[edge.kind.toLowerCase(), howOf(edge)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {total > edges.length && (
        <p className="subtle">
          {digits(total - edges.length)} {edges.length > 0 ? 'more ' : ''}not on the ways drawn
        </p>
      )}
      {total === 0 && <p className="subtle">none recorded</p>}
    </section>
  );
}
