'use client';

import { useRouter } from 'next/navigation';
import { EmptyState } from '../../../components/states/empty-state';
import { FocusPicker } from '../toolbar/focus-picker';
import { FocusLinks, type StartingPoint } from './focus-links';
import styles from './start.module.css';

interface StartPageProps {
  readonly assets: readonly StartingPoint[];
  readonly edgeCount: number;
}

/** Where to begin: look for an asset, or take one that much hangs on. */
export function StartPage({ assets, edgeCount }: StartPageProps) {
  const router = useRouter();
  if (edgeCount === 0 && assets.length === 0) {
    return (
      <EmptyState
        title="No lineage is recorded yet"
        snippet="npx tributary ingest dbt ./target --namespace postgres://db.internal:5432"
      >
        Lineage comes with the first source that reports it, for example a dbt project:
      </EmptyState>
    );
  }
  return (
    <div className={styles['start']}>
      <div className={styles['picker']}>
        <FocusPicker current="" onPick={(id) => router.push(`/lineage?focus=${id}`)} />
      </div>
      {assets.length > 0 && <h2>Much hangs on these</h2>}
      <FocusLinks assets={assets} />
    </div>
  );
}
