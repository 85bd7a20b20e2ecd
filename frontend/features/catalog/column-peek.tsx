'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import type { ShownClassification } from '../../components/asset/classification-chip';
import { Skeleton } from '../../components/states/skeleton';
import { withImpact } from '../../components/url-state';
import { ApiError, browserRequest } from '../../graphql/browser';
import type { ColumnPeekQuery } from '../../graphql/generated/graphql';
import { ClassifyButton } from './classify-button';
import type { TreeColumn } from './column-tree';
import styles from './columns.module.css';
import { ColumnPeek } from './curate.query';

/** Fetched once a classified column is opened. */
const WhyClassified = dynamic(() =>
  import('../../components/classification/why-classified').then((module) => module.WhyClassified),
);

type Peek = ColumnPeekQuery;
type Answer = Peek['columnLineage'];

interface ColumnPeekRowProps {
  readonly assetId: string;
  readonly column: TreeColumn;
  readonly mayClassify: boolean;
}

/** One column's sources and uses, one step each way, with what happens between; asked when it is opened. */
export function ColumnPeekRow({ assetId, column, mayClassify }: ColumnPeekRowProps) {
  const peek = usePeek(assetId, column.name, mayClassify);
  if (peek === null || typeof peek === 'string')
    return (
      <div className={styles['peek']}>
        <span className={styles['full']}>{peek ?? <Skeleton height={28} />}</span>
      </div>
    );
  const answer = peek.columnLineage;
  return (
    <div className={styles['peek']}>
      <Ends side="up" answer={answer} assetId={assetId} column={column.name} />
      <span className={styles['focus']}>{column.label}</span>
      <Ends side="down" answer={answer} assetId={assetId} column={column.name} />
      <div className={styles['foot']}>
        {column.description && <span className="muted">{column.description}</span>}
        <Link href={`/lineage?focus=${assetId}&level=column&col=${encodeURIComponent(column.name)}`} prefetch={false}>
          Open in lineage
        </Link>
        <Link href={withImpact('/impact', { asset: assetId, column: column.name })} prefetch={false}>
          What would a change break?
        </Link>
        {mayClassify && (
          <ClassifyButton
            assetId={assetId}
            name={column.name}
            column={column.name}
            classification={column.classification ?? null}
          />
        )}
      </div>
      <Why assetId={assetId} column={column} blocks={peek.propagationBlocks} mayBlock={mayClassify} />
    </div>
  );
}

interface WhyProps {
  readonly assetId: string;
  readonly column: TreeColumn;
  /** Closed edges into the asset; absent for who may not open them again. */
  readonly blocks: Peek['propagationBlocks'];
  readonly mayBlock: boolean;
}

/**
 * What the classification rests on. Also for a column without one when an edge into it is closed, and it stays when the
 * last of a classification goes while one looks: what took it away is undone here.
 */
function Why({ assetId, column, blocks = [], mayBlock }: WhyProps) {
  const { classification, label } = column;
  const isClosed = blocks.some((block) => block.column === column.name);
  const [isShown, setShown] = useState(false);
  if (!isShown && (classification !== null || isClosed)) setShown(true);
  if (!isShown) return null;
  const name = classification ? `Why ${label} is classified so` : `Why ${label} is not classified`;
  return (
    <section className={styles['full']} aria-label={name}>
      <h2 className={styles['whyHead']}>Why {classification ? classWords(classification) : 'not classified'}?</h2>
      <WhyClassified assetId={assetId} column={column.name} mayBlock={mayBlock} />
    </section>
  );
}

/** The lineage one step each way and the closed edges, a sentence when it was refused, null while it is on its way. */
function usePeek(assetId: string, column: string, mayBlock: boolean): Peek | string | null {
  const [answer, setAnswer] = useState<Peek | string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (shown: Peek | string) => {
      if (isCurrent) setAnswer(shown);
    };
    browserRequest(ColumnPeek, { id: assetId, column, mayBlock }).then(show, (error: unknown) => {
      show(error instanceof ApiError ? error.message : 'Lineage did not answer.');
    });
    return () => {
      isCurrent = false;
    };
  }, [assetId, column, mayBlock]);
  return answer;
}

/** "confidential, PII" */
function classWords({ level, categories }: ShownClassification): string {
  return [level?.toLowerCase(), ...categories].filter(Boolean).join(', ');
}

interface EndsProps {
  readonly side: 'up' | 'down';
  readonly answer: Answer;
  readonly assetId: string;
  readonly column: string;
}

function Ends({ side, answer, assetId, column }: EndsProps) {
  const [near, far] = side === 'up' ? (['downstream', 'upstream'] as const) : (['upstream', 'downstream'] as const);
  const edges = answer.edges.filter((edge) => edge[near].assetId === assetId && edge[near].column === column);
  if (edges.length === 0)
    return (
      <span className={styles['noEnds']} data-side={side}>
        {side === 'up' ? 'No source column is known' : 'No use of it is known'}
      </span>
    );
  return (
    <ul className={styles['ends']} data-side={side}>
      {edges.map((edge) => (
        <li key={`${edge[far].assetId}${edge[far].column}${edge.subtype}`} className={styles['end']}>
          {side === 'down' && <How edge={edge} />}
          <FarColumn end={edge[far]} nodes={answer.nodes} />
          {side === 'up' && <How edge={edge} />}
        </li>
      ))}
    </ul>
  );
}

function How({ edge }: { readonly edge: Answer['edges'][number] }) {
  const how = edge.subtype.toLowerCase().replaceAll('_', ' ');
  return (
    <span className={styles['how']}>
      ─ {edge.kind === 'INDIRECT' && 'indirect, '}
      {how}
      {edge.masking && ' ◍ masked'} →
    </span>
  );
}

interface FarColumnProps {
  readonly end: { readonly assetId: string; readonly column: string };
  readonly nodes: Answer['nodes'];
}

function FarColumn({ end, nodes }: FarColumnProps) {
  const node = nodes.find(({ asset, column }) => asset.id === end.assetId && column === end.column);
  if (!node) return null;
  const href = assetHref(node.asset, `tab=columns&col=${encodeURIComponent(node.column)}`);
  return (
    <Link href={href} prefetch={false} className="clip" title={node.asset.name}>
      <AssetTypeIcon type={node.asset.type} size={13} /> {node.asset.displayName}.<strong>{node.column}</strong>
    </Link>
  );
}
