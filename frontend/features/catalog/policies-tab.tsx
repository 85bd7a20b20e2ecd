import Link from 'next/link';
import { StatusDot } from '../../components/asset/chip';
import { currentViewer, may } from '../../components/shell/viewer';
import { EmptyState } from '../../components/states/empty-state';
import { requirementWord } from '../../components/classification/requirement-word';
import { Table } from '../../components/table/table';
import { request } from '../../graphql/client';
import type { PoliciesOfAssetQuery, PolicyResultStatus } from '../../graphql/generated/graphql';
import { explainRefusal } from '../../graphql/page-errors';
import styles from './asset.module.css';
import { PoliciesOfAsset } from './policies.query';
import { RequestAccessButton } from './request-access-button';
import { RestrictButton } from './restrict-button';

type Result = PoliciesOfAssetQuery['policyResults'][number];

const ORDER: readonly PolicyResultStatus[] = ['VIOLATION', 'WAIVED', 'UNKNOWN', 'COMPLIANT', 'NOT_APPLICABLE'];
const TONES: Record<PolicyResultStatus, 'pass' | 'fail' | 'warn' | 'unknown'> = {
  VIOLATION: 'fail',
  WAIVED: 'warn',
  UNKNOWN: 'unknown',
  COMPLIANT: 'pass',
  NOT_APPLICABLE: 'unknown',
};
const WORDS: Record<PolicyResultStatus, string> = {
  VIOLATION: 'broken',
  WAIVED: 'waived',
  UNKNOWN: 'not known',
  COMPLIANT: 'holds',
  NOT_APPLICABLE: 'not meant',
};

/** What the policies in force make of an asset: what is broken first, what nobody knows and what holds as well. */
export async function PoliciesTab({ assetId }: { readonly assetId: string }) {
  const [{ asset, policyResults, violations }, viewer] = await Promise.all([
    request(PoliciesOfAsset, { assetId }).catch(explainRefusal),
    currentViewer(),
  ]);
  const shown = policyResults
    .filter(({ status }) => status !== 'NOT_APPLICABLE')
    .sort((left, right) => ORDER.indexOf(left.status) - ORDER.indexOf(right.status));
  const idOf = new Map(violations.nodes.map((violation) => [keyOf(violation), violation.id]));
  return (
    <>
      <div style={{ display: 'flex', gap: 8, paddingBottom: 12 }}>
        {may(viewer, 'access:request') && <RequestAccessButton assetId={assetId} />}
        {may(viewer, 'catalog:restrict') && (
          <RestrictButton assetId={assetId} restriction={asset?.restriction ?? null} />
        )}
      </div>
      {shown.length === 0 ? <NoDemands /> : <Results results={shown} idOf={idOf} assetId={assetId} />}
    </>
  );
}

function NoDemands() {
  return (
    <EmptyState
      title="No policy demands anything here"
      actions={<Link href="/governance/policies">Policies in force</Link>}
    >
      Policies are about what is classified, about marts, or about whatever their match says.
    </EmptyState>
  );
}

interface ResultsProps {
  readonly results: readonly Result[];
  /** Ids of violations by what `keyOf` makes of them. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly assetId: string;
}

function Results({ results, idOf, assetId }: ResultsProps) {
  return (
    <Table label="Policies" head={['Result', 'What', 'Column', 'Demand', 'Policy']}>
      {results.map((result) => (
        <ResultRow
          key={keyOf(result)}
          result={result}
          violationId={idOf.get(keyOf(result)) ?? null}
          assetId={assetId}
        />
      ))}
    </Table>
  );
}

interface ResultRowProps {
  readonly result: Result;
  readonly violationId: string | null;
  readonly assetId: string;
}

function ResultRow({ result, violationId, assetId }: ResultRowProps) {
  const { status, message, column, requirement, policy, remediation } = result;
  return (
    <tr>
      <td data-tight>
        <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7 }}>
          <StatusDot status={TONES[status]} />
          {WORDS[status]}
        </span>
      </td>
      <td>
        {violationId === null ? (
          (message ?? <span className="subtle">as demanded</span>)
        ) : (
          <Link
            href={`/governance/violations?asset=${assetId}&status=open,acknowledged,waived&v=${violationId}`}
            prefetch={false}
          >
            {message}
          </Link>
        )}
        {status === 'VIOLATION' && remediation && <p className={styles['message']}>{remediation}</p>}
      </td>
      <td>{column === null ? <span className="subtle">whole asset</span> : <span className="mono">{column}</span>}</td>
      <td className="muted">{requirementWord(requirement)}</td>
      <td data-tight>
        <Link href={`/governance/policies/${encodeURIComponent(policy)}`} prefetch={false}>
          {policy}
        </Link>
      </td>
    </tr>
  );
}

function keyOf({ policy, requirement, column }: Pick<Result, 'policy' | 'requirement' | 'column'>): string {
  return JSON.stringify([policy, requirement, column ?? null]);
}
