import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { Page } from '../../../../components/shell/page';
import { currentViewer, may } from '../../../../components/shell/viewer';
import { NEW_POLICY } from '../../../../features/governance/policies/new-policy';
import { PolicyEditor } from '../../../../features/governance/policies/policy-editor';

export const metadata: Metadata = { title: 'New policy' };

/** /governance/policies/new — a text that is tried before it is saved. */
export default async function NewPolicyPage() {
  if (!may(await currentViewer(), 'policy:write')) forbidden();
  return (
    <Page
      title="New policy"
      crumbs={[{ label: 'Policies', href: '/governance/policies' }]}
      lead="Its name is in the text and stays the same for good."
      isWide
    >
      <PolicyEditor yaml={NEW_POLICY} basedOn={null} />
    </Page>
  );
}
