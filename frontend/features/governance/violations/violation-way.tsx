'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import { ColumnPath, pathWords } from '../../../components/asset/column-path';
import { hopsOf } from '../../../components/asset/hops';
import { useHops } from '../../../components/asset/use-hops';
import { Icon } from '../../../components/icon';
import { CopyButton } from '../../../components/text/copy-button';
import { counted } from '../../../components/text/numbers';
import { abortableRequest } from '../../../graphql/browser';
import { FixLine } from '../fixes/fix-line';
import { FixPointsOf, type FixPoint } from '../fixes/fixes.query';
import type { DetailedViolation } from './detailed-violation';
import styles from './violations.module.css';

/** Places that are proposed: enough to choose from. */
const BEST = 2;

interface WayProps {
  readonly violation: DetailedViolation;
}

/** The way the data took, drawn and as one line, with the places on it where a mask would help. */
export function ViolationWay({ violation }: WayProps) {
  const { path } = violation;
  const last = path.findLast(({ column }) => (column ?? null) !== null);
  const edges = useHops(last?.asset.id ?? null, last?.column ?? null, path.length - 1);
  const fixes = useFixes(violation);
  const words = pathWords(path);
  const clearsAt = (index: number) => {
    const step = path[index];
    const fix = fixes.slice(0, BEST).find(({ asset, column }) => asset.id === step?.asset.id && column === step.column);
    return fix ? (
      <span className={styles['fixHere']}>
        <Icon name="shield" size={12} /> a mask here clears {counted(fix.clears, 'violation')}
      </span>
    ) : null;
  };
  return (
    <>
      <section className={styles['part']}>
        <h3>The way the data took</h3>
        <ColumnPath path={path} label="Path, source first" isWrong hops={hopsOf(path, edges)} noteAt={clearsAt} />
        <p className="muted" style={{ overflowWrap: 'anywhere' }}>
          {words} <CopyButton text={words} what="the path" />
        </p>
        <LineageLink violation={violation} />
      </section>
      <Fixes fixes={fixes} />
    </>
  );
}

function LineageLink({ violation: { id, path } }: WayProps) {
  const end = path.at(-1);
  if (!end) return null;
  const far = Math.min(10, path.length - 1);
  return (
    <Link
      href={`/lineage?focus=${end.asset.id}&up=${String(far)}&down=0&lens=violations&evidence=${id}`}
      prefetch={false}
    >
      Open in lineage
    </Link>
  );
}

/** Those that clear most first. */
function Fixes({ fixes }: { readonly fixes: readonly FixPoint[] }) {
  if (fixes.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>Where a mask would fix most</h3>
      <ul aria-label="Where a mask would fix most">
        {fixes.slice(0, BEST).map((fix) => (
          <FixLine key={`${fix.asset.id}${fix.column}`} fix={fix} />
        ))}
      </ul>
      {fixes.length > BEST && (
        <p className="subtle">{counted(fixes.length - BEST, 'more place')} on the way would do.</p>
      )}
    </section>
  );
}

/** Every place whose masking clears a violation; none for what needs no path, or has been dealt with. */
function useFixes({ id, code, status }: DetailedViolation): readonly FixPoint[] {
  const [fixes, setFixes] = useState<readonly FixPoint[]>([]);
  const isAsked = code === 'REACHES_UNMASKED' && (status === 'OPEN' || status === 'ACKNOWLEDGED');
  useEffect(() => {
    const abort = new AbortController();
    if (!isAsked) return;
    abortableRequest(abort.signal, FixPointsOf, { violation: id }).then(
      ({ fixPoints }) => setFixes(fixPoints.nodes),
      () => undefined,
    );
    return () => abort.abort();
  }, [id, isAsked]);
  return isAsked ? fixes : [];
}
