'use client';

import { useEffect, useState } from 'react';
import { AssetLink } from '../../../components/asset/asset-link';
import { StatusDot } from '../../../components/asset/chip';
import { DetailsPanel } from '../../../components/overlay/details-panel';
import { ErrorState } from '../../../components/states/error-state';
import { Skeleton } from '../../../components/states/skeleton';
import { ApiError, abortableRequest } from '../../../graphql/browser';
import { severityTone } from '../words';
import type { DetailedViolation } from './detailed-violation';
import type { Inbox } from './use-inbox';
import { ViolationActs } from './violation-acts';
import { ViolationFacts } from './violation-facts';
import { ViolationProof } from './violation-proof';
import { ViolationHistory } from './violation-history';
import { ViolationDetails } from './violations.query';
import styles from './violations.module.css';

interface ViolationPanelProps {
  readonly id: string;
  readonly drawnAt: number;
  readonly inbox: Inbox;
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
}

type Loaded = DetailedViolation | 'loading' | 'none' | ApiError;

/** The violation that is looked at: what it rests on, what to do, what happened to it. */
export function ViolationPanel({ id, drawnAt, inbox, mayAct, mayWaive }: ViolationPanelProps) {
  const [loaded, retry] = useViolation(id, drawnAt);
  const close = () => {
    inbox.open(null);
  };
  return (
    <DetailsPanel label="Details of the violation" onClose={close} title={<Title loaded={loaded} />}>
      {loaded === 'loading' && <Skeleton height={160} />}
      {loaded === 'none' && <p className="muted">There is no such violation, or you may not see it.</p>}
      {loaded instanceof ApiError && (
        <ErrorState
          title="It could not be read"
          explanation={loaded.message}
          requestId={loaded.requestId}
          onRetry={retry}
        />
      )}
      {isThere(loaded) && (
        <>
          <ViolationActs violation={loaded} inbox={inbox} mayAct={mayAct} mayWaive={mayWaive} />
          <ViolationFacts violation={loaded} />
          <ViolationProof violation={loaded} />
          <ViolationHistory violation={loaded} />
        </>
      )}
    </DetailsPanel>
  );
}

function isThere(loaded: Loaded): loaded is DetailedViolation {
  return typeof loaded === 'object' && !(loaded instanceof ApiError);
}

function Title({ loaded }: { readonly loaded: Loaded }) {
  if (!isThere(loaded)) return <h2>Violation</h2>;
  return (
    <div className={styles['title']}>
      <h2>
        <StatusDot status={severityTone(loaded.severity)} /> {loaded.message}
      </h2>
      <AssetLink
        asset={loaded.asset}
        query={loaded.column ? `tab=columns&col=${encodeURIComponent(loaded.column)}` : ''}
      />
    </div>
  );
}

/** What is known of it; asked again when the page was drawn anew, and what is shown stays meanwhile. */
function useViolation(id: string, drawnAt: number): [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, ViolationDetails, { id }).then(
      ({ violation }) => {
        setLoaded(violation ?? 'none');
      },
      (error: unknown) => {
        if (error instanceof ApiError) setLoaded(error);
      },
    );
    return () => {
      abort.abort();
    };
  }, [id, drawnAt, attempt]);
  const retry = () => {
    setAttempt((count) => count + 1);
  };
  return [loaded, retry];
}
