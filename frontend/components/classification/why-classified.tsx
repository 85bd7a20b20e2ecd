'use client';

import { useState } from 'react';
import { ApiError } from '../../graphql/browser';
import type { ExplainClassificationQuery } from '../../graphql/generated/graphql';
import { useHops } from '../asset/use-hops';
import { Notice } from '../states/notice';
import { Skeleton } from '../states/skeleton';
import { EdgeDialog, type EdgeAct } from './edge-dialog';
import { useExplanation } from './use-explanation';
import { WhyBlocks } from './why-blocks';
import { WhyOrigin } from './why-origin';
import type { Block, Edge, Explanation, Origin } from './why-types';
import { WhyWords } from './why-words';
import styles from './why.module.css';

interface WhyClassifiedProps {
  readonly assetId: string;
  readonly column: string;
  /** The reader may close and open edges. */
  readonly mayBlock?: boolean;
}

/** Everything that a column's classification rests on: words about it, the ways over lineage, and what was closed. */
export function WhyClassified({ assetId, column, mayBlock = false }: WhyClassifiedProps) {
  const [attempt, setAttempt] = useState(0);
  const [act, setAct] = useState<EdgeAct | null>(null);
  const answer = useExplanation(assetId, column, attempt);
  const close = () => {
    setAct(null);
  };
  const again = () => {
    setAttempt((count) => count + 1);
  };
  if (answer === null) return <Skeleton height={72} />;
  if (answer instanceof ApiError) return <Notice tone="fail">{answer.message}</Notice>;
  return (
    <div className={styles['why']}>
      <Answer {...{ answer, assetId, column }} onAct={mayBlock ? setAct : null} />
      {mayBlock && <EdgeDialog act={act} onClose={close} onDone={again} />}
    </div>
  );
}

interface AnswerProps {
  readonly answer: ExplainClassificationQuery;
  readonly assetId: string;
  readonly column: string;
  readonly onAct: ((act: EdgeAct) => void) | null;
}

function Answer({ answer: { explainClassification: reason, propagationBlocks }, onAct, ...of }: AnswerProps) {
  const blocks = propagationBlocks.filter((block) => block.column === of.column);
  const open = onAct && ((block: Block) => onAct({ edge: edgeOf(block, of.assetId), isOpening: true }));
  return (
    <>
      {reason && <WhyWords said={reason.said} />}
      {reason && reason.origins.length > 0 && <Origins origins={reason.origins} onAct={onAct} {...of} />}
      <WhyBlocks blocks={blocks} onOpen={open} />
      {reason?.complete === false && <p className="subtle">There is more upstream than could be looked at.</p>}
      {isSilent(reason) && <p className="subtle">Nobody says anything of it, and nothing follows from lineage.</p>}
    </>
  );
}

interface OriginsProps extends Omit<AnswerProps, 'answer'> {
  readonly origins: readonly Origin[];
}

function Origins({ origins, assetId, column, onAct }: OriginsProps) {
  const edges = useHops(assetId, column, Math.max(...origins.map(({ path }) => path.length - 1)));
  const shut = onAct && ((edge: Edge) => onAct({ edge, isOpening: false }));
  return (
    <section>
      <p className={styles['head']}>Follows from</p>
      <ul className={styles['list']} aria-label="Follows from">
        {origins.map((origin, index) => (
          <WhyOrigin
            key={`${origin.asset.id}${origin.column}`}
            origin={origin}
            edges={edges}
            isOpen={index === 0}
            onBlock={shut}
          />
        ))}
      </ul>
    </section>
  );
}

const isSilent = (reason: Explanation | null | undefined): boolean =>
  !reason || (reason.said.length === 0 && reason.origins.length === 0);

function edgeOf({ parent, parentColumn, column }: Block, assetId: string): Edge {
  return { parentAssetId: parent.id, parentColumn, assetId, column };
}
