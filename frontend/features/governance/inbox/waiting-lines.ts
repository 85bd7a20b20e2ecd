import type { GovernanceInboxQuery } from '../../../graphql/generated/graphql';

/** One kind of thing that waits, how many of it, and where it is dealt with. */
export interface WaitingLine {
  readonly label: string;
  readonly hint: string;
  readonly count: number;
  readonly href: string;
}

const VIOLATIONS = '/governance/violations';
const MINE = `${VIOLATIONS}?status=open,acknowledged&assigned=me`;

type Inbox = GovernanceInboxQuery['governanceInbox'];

/** What waits for the reader, most pressing first; kinds of which nothing waits come last. */
export function waitingLines(inbox: Inbox): WaitingLine[] {
  const lines = [...ownViolations(inbox), ...decisions(inbox), ...stewardship(inbox)];
  return [...lines.filter(({ count }) => count > 0), ...lines.filter(({ count }) => count === 0)];
}

function ownViolations({ overdueViolations, assignedViolations }: Inbox): WaitingLine[] {
  return [
    {
      label: 'Overdue violations',
      hint: 'given to you, past their due day',
      count: overdueViolations,
      href: `${MINE}&overdue=true`,
    },
    {
      label: 'Your violations',
      hint: 'given to you, neither resolved nor waived',
      count: assignedViolations,
      href: MINE,
    },
  ];
}

function decisions({ accessToDecide, waiversToDecide, policiesToDecide }: Inbox): WaitingLine[] {
  return [
    {
      label: 'Access to decide',
      hint: 'asked for by others',
      count: accessToDecide,
      href: '/governance/access?show=decide',
    },
    {
      label: 'Waivers to decide',
      hint: 'asked for by others',
      count: waiversToDecide,
      href: '/governance/waivers?show=pending',
    },
    {
      label: 'Policies to decide',
      hint: 'proposed by others',
      count: policiesToDecide,
      href: '/governance/policies?state=proposed',
    },
  ];
}

function stewardship({ expiringWaivers, unassignedViolations, openSuggestions }: Inbox): WaitingLine[] {
  return [
    {
      label: 'Waivers about to end',
      hint: 'within 14 days; what they let pass opens again',
      count: expiringWaivers,
      href: '/governance/waivers?show=expiring',
    },
    {
      label: 'Violations to be given to somebody',
      hint: 'open, and nobody takes care of them',
      count: unassignedViolations,
      href: `${VIOLATIONS}?assigned=nobody&group=policy`,
    },
    {
      label: 'Suggestions to decide',
      hint: 'what looks sensitive',
      count: openSuggestions,
      href: '/governance/suggestions',
    },
  ];
}
