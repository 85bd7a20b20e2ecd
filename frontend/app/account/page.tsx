import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Page, Panel } from '../../components/shell/page';
import { currentViewer } from '../../components/shell/viewer';
import { PasswordForm } from '../../features/admin/password-form';

export const metadata: Metadata = { title: 'Account' };

/** /account — one's own password. */
export default async function AccountPage() {
  const viewer = await currentViewer();
  if (!viewer) redirect('/sign-in?next=/account');
  return (
    <Page title="Account" lead={`${viewer.displayName} · ${viewer.username} · ${viewer.role.toLowerCase()}`}>
      <Panel title="Password">
        <PasswordForm />
      </Panel>
    </Page>
  );
}
