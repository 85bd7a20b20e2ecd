import type { Metadata } from 'next';
import Link from 'next/link';
import { Page, Panel } from '../../../components/shell/page';
import { EmptyState } from '../../../components/states/empty-state';
import { Table } from '../../../components/table/table';
import { counted } from '../../../components/text/numbers';
import { withViolations } from '../../../features/governance/governance-params';
import { policyHref } from '../../../features/governance/policies/policy-href';
import { ModeChip, PolicyStateMark, SeverityMark } from '../../../features/governance/policies/policy-marks';
import { loadStandards, type StandardPolicy } from '../../../features/governance/standards/load-standards';
import { requirementWord } from '../../../components/classification/requirement-word';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Standards' };

const WORDS: ReadonlyMap<string, string> = new Map([
  ['DE-2.2', 'Ownership and documentation'],
  ['DE-2.3', 'Classification, policy, masking'],
  ['DE-5.1', 'Layers'],
]);

/** /governance/standards — the items of the data engineering standard and how far they hold here. */
export default async function StandardsPage() {
  const items = await loadStandards().catch(explainRefusal);
  return (
    <Page
      title="Standards"
      lead="What the standard asks for, the policies that put it into force, and what breaks it now."
      isWide
    >
      {items.size === 0 && <EmptyState title="No policy puts an item of the standard into force" />}
      <div style={{ display: 'grid', gap: 16 }}>
        {[...items].map(([item, policies]) => (
          <Panel key={item} title={`${item} · ${WORDS.get(item) ?? 'Other'}`} isFlush>
            <Table label={item} head={['Policy', 'State', 'Mode', 'Severity', 'Broken now']}>
              {policies.map((one) => (
                <StandardRow key={one.policy.name} {...one} />
              ))}
            </Table>
          </Panel>
        ))}
      </div>
    </Page>
  );
}

function StandardRow({ policy, found }: StandardPolicy) {
  return (
    <tr>
      <td>
        <Link href={policyHref(policy.name)} prefetch={false}>
          {policy.title}
        </Link>{' '}
        <code className="subtle">{policy.name}</code>
      </td>
      <td data-tight>
        <PolicyStateMark policy={policy} />
      </td>
      <td data-tight>
        <ModeChip mode={policy.mode} />
      </td>
      <td data-tight>
        <SeverityMark severity={policy.severity} />
      </td>
      <td>
        {found.length === 0 ? <span className="muted">nothing</span> : <Found policy={policy.name} found={found} />}
      </td>
    </tr>
  );
}

function Found({ policy, found }: { readonly policy: string; readonly found: StandardPolicy['found'] }) {
  return found.map(({ value, count }, index) => (
    <span key={value}>
      {index > 0 && ' · '}
      <Link
        href={withViolations('/governance/violations', {
          policy: [policy],
          requirement: [value],
          status: ['open', 'acknowledged'],
        })}
        prefetch={false}
      >
        {counted(count, requirementWord(value), requirementWord(value))}
      </Link>
    </span>
  ));
}
