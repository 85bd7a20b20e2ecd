'use client';

import { useEffect, useState } from 'react';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { WhyClassified } from '../../components/classification/why-classified';
import { ClassifiedColumns } from '../../components/classification/why.query';
import { Notice } from '../../components/states/notice';
import { Skeleton } from '../../components/states/skeleton';
import { count, counted } from '../../components/text/numbers';
import { ApiError, abortableRequest } from '../../graphql/browser';
import type { ClassifiedColumnsQuery } from '../../graphql/generated/graphql';
import { strictestFirst, type ClassifiedColumn } from './classified-columns';
import styles from './asset.module.css';

interface AssetWhyProps {
  readonly assetId: string;
  readonly mayBlock: boolean;
}

/** What an asset has its classification from: its columns, the strictest first; each opens to what it rests on. */
export function AssetWhy({ assetId, mayBlock }: AssetWhyProps) {
  const answer = useClassifiedColumns(assetId);
  if (answer === null) return <Skeleton height={120} />;
  if (answer instanceof ApiError) return <Notice tone="fail">{answer.message}</Notice>;
  const all = answer.asset?.columns ?? [];
  const columns = strictestFirst(all);
  return (
    <div className={styles['why']}>
      <p className="muted">
        An asset has the strictest of what is said of it and of all its columns. {count(columns.length)} of{' '}
        {counted(all.length, 'column')} {columns.length === 1 ? 'is' : 'are'} classified
        {columns.length === 0 ? ': what stands here is said of the asset as a whole.' : '.'}
      </p>
      <ul aria-label="Classified columns">
        {columns.map((column, index) => (
          <ColumnWhy
            key={column.name}
            column={column}
            assetId={assetId}
            mayBlock={mayBlock}
            isOpenAtFirst={index === 0}
          />
        ))}
      </ul>
    </div>
  );
}

interface ColumnWhyProps extends AssetWhyProps {
  readonly column: ClassifiedColumn;
  readonly isOpenAtFirst: boolean;
}

function ColumnWhy({ column: { name, classification }, assetId, mayBlock, isOpenAtFirst }: ColumnWhyProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <li className={styles['whyColumn']}>
      <details
        open={isOpen}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary>
          <code>{name}</code> <ClassificationChips classification={classification} />
        </summary>
        {isOpen && <WhyClassified assetId={assetId} column={name} mayBlock={mayBlock} />}
      </details>
    </li>
  );
}

function useClassifiedColumns(id: string): ClassifiedColumnsQuery | ApiError | null {
  const [answer, setAnswer] = useState<ClassifiedColumnsQuery | ApiError | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, ClassifiedColumns, { id }).then(setAnswer, (error: unknown) => {
      if (error instanceof ApiError) setAnswer(error);
    });
    return () => abort.abort();
  }, [id]);
  return answer;
}
