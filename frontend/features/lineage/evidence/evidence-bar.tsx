'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { pathWords } from '../../../components/asset/column-path';
import { Icon } from '../../../components/icon';
import { abortableRequest } from '../../../graphql/browser';
import type { EvidencePathQuery } from '../../../graphql/generated/graphql';
import { EvidencePath } from './evidence.query';
import styles from './evidence.module.css';

interface EvidenceBarProps {
  /** The violation that the address names. */
  readonly id: string;
  /** Assets that are drawn. */
  readonly drawn: ReadonlySet<string>;
  /** Told which assets the way leads over, in their order; nothing without a way. */
  readonly onPath: (assets: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Above the graph: the violation whose way is drawn in it, the way in words, and what of it is not drawn. */
export function EvidenceBar({ id, drawn, onPath, onClose }: EvidenceBarProps) {
  const violation = useViolation(id, onPath);
  if (violation === undefined) return null;
  const path = violation?.path ?? [];
  const missing = path.filter(({ asset }) => !drawn.has(asset.id)).length;
  return (
    <section className={styles['bar']} aria-label="Evidence" data-testid="evidence">
      <Icon name="shield" />
      <div className={styles['words']}>
        {violation ? <strong>{violation.message}</strong> : 'There is no such violation, or you may not see it.'}
        {path.length > 0 && <p className="muted">{pathWords(path)}</p>}
        {missing > 0 && (
          <p className="subtle">
            {missing} of {path.length} steps are not drawn: show more levels upstream.
          </p>
        )}
      </div>
      {violation && (
        <Link
          href={`/governance/violations?status=open,acknowledged,waived,resolved&v=${id}&ids=${id}`}
          prefetch={false}
        >
          Open the violation
        </Link>
      )}
      <Button onClick={onClose}>Show all alike</Button>
    </section>
  );
}

/** Undefined while it is on its way, and without an answer. */
function useViolation(id: string, onPath: EvidenceBarProps['onPath']): EvidencePathQuery['violation'] | undefined {
  const [violation, setViolation] = useState<EvidencePathQuery['violation'] | undefined>(undefined);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, EvidencePath, { id }).then(
      (answer) => {
        setViolation(answer.violation);
        onPath((answer.violation?.path ?? []).map(({ asset }) => asset.id));
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [id, onPath]);
  return violation;
}
