import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page, Panel } from '../../../../components/shell/page';
import { currentViewer, may, type Viewer } from '../../../../components/shell/viewer';
import { CopyButton } from '../../../../components/text/copy-button';
import { counted } from '../../../../components/text/numbers';
import { FilterLinks } from '../../../../features/governance/filter-links';
import { loadPolicy, withPolicy } from '../../../../features/governance/governance-params';
import { PolicyPage as PolicyQuery } from '../../../../features/governance/policies/policies.query';
import styles from '../../../../features/governance/policies/policies.module.css';
import { PolicyActs } from '../../../../features/governance/policies/policy-acts';
import { PolicyEditor } from '../../../../features/governance/policies/policy-editor';
import { policyHref } from '../../../../features/governance/policies/policy-href';
import { ModeChip, PolicyStateMark, SeverityMark } from '../../../../features/governance/policies/policy-marks';
import { ViolationCount } from '../../../../features/governance/policies/policy-table';
import { VersionList } from '../../../../features/governance/policies/version-list';
import { request } from '../../../../graphql/client';
import type { PolicyPageQuery } from '../../../../graphql/generated/graphql';
import { explainRefusal } from '../../../../graphql/page-errors';

type ShownPolicy = NonNullable<PolicyPageQuery['policy']>;

export async function generateMetadata({ params }: PageProps<'/governance/policies/[name]'>): Promise<Metadata> {
  return { title: decodeURIComponent((await params).name) };
}

/** /governance/policies/{name}?tab=versions&version=3&base=1 — one policy: its text, what it would find, its versions. */
export default async function PolicyPage({ params, searchParams }: PageProps<'/governance/policies/[name]'>) {
  const name = decodeURIComponent((await params).name);
  const { tab, version, base } = await loadPolicy(searchParams);
  const [{ policy }, viewer] = await Promise.all([
    request(PolicyQuery, { name }).catch(explainRefusal),
    currentViewer(),
  ]);
  if (!policy) notFound();
  return (
    <Page
      title={policy.title}
      crumbs={[{ label: 'Policies', href: '/governance/policies' }]}
      lead={policy.description ?? undefined}
      actions={<Acts policy={policy} viewer={viewer} />}
      isWide
    >
      <Signals policy={policy} />
      <FilterLinks
        label="Parts of this policy"
        links={[
          { label: 'Text', href: policyHref(name), isCurrent: tab === 'text' },
          {
            label: `Versions ${String(policy.latestVersion)}`,
            href: withPolicy(policyHref(name), { tab: 'versions' }),
            isCurrent: tab === 'versions',
          },
        ]}
      />
      {tab === 'versions' ? (
        <VersionList policy={policy} version={version} base={base} />
      ) : (
        <Text policy={policy} mayWrite={may(viewer, 'policy:write')} />
      )}
    </Page>
  );
}

/** To be changed and tried by those who may; to be read by everybody else. */
function Text({ policy, mayWrite }: { readonly policy: ShownPolicy; readonly mayWrite: boolean }) {
  const yaml = policy.versions.nodes[0]?.yaml ?? policy.yaml;
  if (mayWrite) return <PolicyEditor key={policy.latestVersion} yaml={yaml} basedOn={policy.latestVersion} />;
  return (
    <Panel title={`Version ${String(policy.latestVersion)}`} aside={<CopyButton text={yaml} what="the text" />}>
      <pre tabIndex={0} style={{ overflowX: 'auto' }}>
        {yaml}
      </pre>
    </Panel>
  );
}

function Acts({ policy, viewer }: { readonly policy: ShownPolicy; readonly viewer: Viewer | null }) {
  return (
    <PolicyActs
      policy={policy}
      selfKey={viewer && `person:${viewer.id}`}
      mayWrite={may(viewer, 'policy:write')}
      mayDecide={may(viewer, 'policy:decide')}
    />
  );
}

function Signals({ policy }: { readonly policy: ShownPolicy }) {
  const { name, mode, severity, openViolations, waivedViolations, standard, owner } = policy;
  return (
    <div className={styles['head']}>
      <code>{name}</code>
      <PolicyStateMark policy={policy} />
      <ModeChip mode={mode} />
      <SeverityMark severity={severity} />
      <span>
        <ViolationCount policy={name} status={['open', 'acknowledged']} size={openViolations} /> open ·{' '}
        <ViolationCount policy={name} status={['waived']} size={waivedViolations} /> waived
      </span>
      {standard && <span>puts {standard} into force</span>}
      {owner && <span>answered for by {owner}</span>}
      <span className="subtle">{counted(policy.latestVersion, 'version')}</span>
    </div>
  );
}
