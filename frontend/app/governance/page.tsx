import type { Metadata } from 'next';
import { Page } from '../../components/shell/page';
import { GovernanceInboxView } from '../../features/governance/inbox/governance-inbox';
import { GovernanceInbox } from '../../features/governance/inbox/inbox.query';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';

export const metadata: Metadata = { title: 'Governance inbox' };

/** /governance — what waits for the reader, and where one mask clears most. */
export default async function GovernancePage() {
  const inbox = await request(GovernanceInbox).catch(explainRefusal);
  return (
    <Page title="Inbox" lead="What waits for you, most pressing first." isWide>
      <GovernanceInboxView inbox={inbox} />
    </Page>
  );
}
