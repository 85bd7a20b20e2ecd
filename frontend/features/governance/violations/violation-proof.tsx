'use client';

import { useEffect, useState } from 'react';
import { WhyClassified } from '../../../components/classification/why-classified';
import { TimeAgo } from '../../../components/text/time-ago';
import { browserRequest } from '../../../graphql/browser';
import { attributeWords, valueWords } from '../words';
import type { DetailedViolation } from './detailed-violation';
import { ViolationWay } from './violation-way';
import { AssetRemediation } from './violations.query';
import styles from './violations.module.css';

interface ProofProps {
  readonly violation: DetailedViolation;
}

/** The way, where to mask on it, the values it rests on, and what the policy says is to be done. */
export function ViolationProof({ violation }: ProofProps) {
  return (
    <>
      {violation.path.length > 0 && <ViolationWay violation={violation} />}
      {violation.path.length === 0 && violation.column && (
        <section className={styles['part']}>
          <h3>Why {violation.column} is classified so</h3>
          <WhyClassified assetId={violation.asset.id} column={violation.column} />
        </section>
      )}
      <Evidence violation={violation} />
      <Remediation violation={violation} />
    </>
  );
}

function Evidence({ violation }: ProofProps) {
  if (violation.evidence.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>Evidence</h3>
      <table className={styles['evidence']} aria-label="Evidence">
        <tbody>
          {violation.evidence.map(({ attribute, value, source, at }, index) => (
            <tr key={index}>
              <th scope="row">{attributeWords(attribute)}</th>
              <td>{valueWords(value)}</td>
              <td className="subtle">
                {source && `said by ${source}`} {at && <TimeAgo at={at} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The policy's own words on what to do. It comes after the rest: it needs everything that holds of the asset. */
function Remediation({ violation: { asset, policy, requirement, column } }: ProofProps) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    browserRequest(AssetRemediation, { assetId: asset.id }).then(
      ({ policyResults }) => {
        const own = policyResults.find(
          (result) =>
            result.policy === policy &&
            result.requirement === requirement &&
            (result.column ?? null) === (column ?? null),
        );
        if (isCurrent) setText(own?.remediation ?? null);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [asset.id, policy, requirement, column]);
  if (text === null) return null;
  return (
    <section className={styles['part']}>
      <h3>What to do</h3>
      <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</p>
    </section>
  );
}
