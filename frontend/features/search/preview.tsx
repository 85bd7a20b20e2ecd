'use client';

import { useEffect, useState } from 'react';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { Notice } from '../../components/states/notice';
import { Skeleton } from '../../components/states/skeleton';
import { count } from '../../components/text/numbers';
import { abortableRequest, ApiError } from '../../graphql/browser';
import type { PreviewAssetQuery } from '../../graphql/generated/graphql';
import { PreviewAsset } from './search.query';
import styles from './search.module.css';

type PreviewedAsset = NonNullable<PreviewAssetQuery['asset']>;

const PAUSE_MS = 120;
const MOST_COLUMNS = 24;

/** The asset under the arrow keys: enough to know whether to open it. Nothing until something is walked over. */
export function Preview({ id }: { readonly id: string | null }) {
  const [asset, setAsset] = useState<PreviewedAsset | null>(null);
  const [failure, setFailure] = useState<{ id: string; message: string } | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      abortableRequest(abort.signal, PreviewAsset, { id }).then(
        (answer) => {
          setAsset(answer.asset ?? null);
        },
        (error: unknown) => {
          if (!abort.signal.aborted) setFailure({ id, message: messageOf(error) });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [id]);
  if (id === null) return null;
  return (
    <aside className={styles['preview']} aria-label="Preview" aria-live="polite">
      {asset?.id === id ? (
        <PreviewBody asset={asset} />
      ) : (
        <Waiting message={failure?.id === id ? failure.message : null} />
      )}
    </aside>
  );
}

function PreviewBody({ asset }: { readonly asset: PreviewedAsset }) {
  const shown = asset.columns.slice(0, MOST_COLUMNS);
  return (
    <>
      <h2>{asset.displayName}</h2>
      <p className={styles['previewText']}>{asset.description ?? 'No description.'}</p>
      <h3 className="subtle">{count(asset.columnCount)} columns</h3>
      <ul className={styles['columns']}>
        {shown.map((column) => (
          <li key={column.name}>
            <span className="clip">
              {column.name}
              {column.isPrimaryKey && <span title="Primary key"> 🔑︎</span>}
            </span>
            <span className="clip">
              {column.classification ? <ClassificationChips classification={column.classification} /> : column.type}
            </span>
          </li>
        ))}
      </ul>
      {asset.columnCount > shown.length && <p className="subtle">and {count(asset.columnCount - shown.length)} more</p>}
    </>
  );
}

function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'The preview did not arrive.';
}

/** The shape of what is on its way, or why it is not. */
function Waiting({ message }: { readonly message: string | null }) {
  return message === null ? <PreviewBones /> : <Notice tone="fail">{message}</Notice>;
}

function PreviewBones() {
  return (
    <div style={{ display: 'grid', gap: 10 }}>
      <Skeleton width="60%" height={20} />
      <Skeleton height={54} />
      <Skeleton height={160} />
    </div>
  );
}
