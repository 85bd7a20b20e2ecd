import { StatusDot } from '../../components/asset/chip';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { AssetQualityQuery, QualityStatus } from '../../graphql/generated/graphql';
import styles from './asset.module.css';

type Check = NonNullable<AssetQualityQuery['assetByName']>['checks'][number];

const TONES: Record<QualityStatus, 'pass' | 'fail' | 'warn' | 'unknown'> = {
  PASSED: 'pass',
  FAILED: 'fail',
  ERROR: 'warn',
  SKIPPED: 'unknown',
};

/** Every rule on the asset with its last result; what failed stands first. */
export function QualityTab({ checks }: { readonly checks: readonly Check[] }) {
  if (checks.length === 0)
    return (
      <EmptyState title="No checks are known" snippet="npx tributary ingest dbt ./target --namespace …">
        Tests come with the dbt manifest, their results with run_results.json from the same folder.
      </EmptyState>
    );
  const ordered = [...checks].sort(
    (left, right) => urgency(left) - urgency(right) || left.name.localeCompare(right.name),
  );
  return (
    <Table label="Checks" head={['Result', 'Check', 'Column', 'Severity', { label: 'Failed', align: 'end' }, 'When']}>
      {ordered.map((check) => (
        <CheckRow key={check.id} check={check} />
      ))}
    </Table>
  );
}

function urgency({ lastResult }: Check): number {
  if (!lastResult) return 2;
  return lastResult.status === 'PASSED' ? 3 : lastResult.status === 'SKIPPED' ? 2 : 1;
}

function CheckRow({ check }: { readonly check: Check }) {
  const { lastResult } = check;
  return (
    <tr>
      <td data-tight>
        <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7 }}>
          <StatusDot status={lastResult ? TONES[lastResult.status] : 'unknown'} />
          {lastResult ? lastResult.status.toLowerCase() : 'never run'}
        </span>
      </td>
      <td>
        <strong style={{ fontWeight: 450 }}>{check.type}</strong>{' '}
        <span className="mono subtle" style={{ overflowWrap: 'anywhere' }}>
          {check.name}
        </span>
        {check.description && <p className={styles['message']}>{check.description}</p>}
        {lastResult?.message && <p className={styles['message']}>{lastResult.message}</p>}
      </td>
      <td className="mono">{check.column ?? <span className="subtle">whole table</span>}</td>
      <td className="muted">{check.severity.toLowerCase()}</td>
      <td data-align="end">{failedOf(check)}</td>
      <td data-tight className="subtle">
        {lastResult && <TimeAgo at={lastResult.executedAt} />}
      </td>
    </tr>
  );
}

function failedOf({ lastResult }: Check): string {
  if (typeof lastResult?.failedRecords !== 'number') return '';
  return typeof lastResult.totalRecords === 'number'
    ? `${count(lastResult.failedRecords)} of ${count(lastResult.totalRecords)}`
    : count(lastResult.failedRecords);
}
