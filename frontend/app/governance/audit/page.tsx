import { Button, TextInput } from '@mantine/core';
import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { EmptyState } from '../../../components/states/empty-state';
import { Table } from '../../../components/table/table';
import { counted } from '../../../components/text/numbers';
import { TimeAgo } from '../../../components/text/time-ago';
import { AuditLog } from '../../../features/governance/audit/audit.query';
import { auditExport, auditFilter, type AuditQuestion } from '../../../features/governance/audit/audit-filter';
import { loadAudit, withAudit } from '../../../features/governance/governance-params';
import styles from '../../../features/governance/governance.module.css';
import { request } from '../../../graphql/client';
import type { AuditLogQuery } from '../../../graphql/generated/graphql';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Audit' };

const HERE = '/governance/audit';
type Entry = AuditLogQuery['auditEntries']['nodes'][number];

/** /governance/audit?action=waiver.&since=2026-11-01 — who did what to what, when and why. */
export default async function AuditPage({ searchParams }: PageProps<'/governance/audit'>) {
  const { after, ...question } = await loadAudit(searchParams);
  const { auditEntries } = await request(AuditLog, { filter: auditFilter(question), after }).catch(explainRefusal);
  const { nodes, endCursor, total } = auditEntries;
  return (
    <Page
      title="Audit"
      lead={`${counted(total, 'entry', 'entries')}. Nothing in here is ever changed.`}
      actions={<a href={auditExport(question)}>Export</a>}
      isWide
    >
      <Filters question={question} />
      {nodes.length === 0 ? (
        <EmptyState title="No entry fits all of this" actions={<Link href={HERE}>Show all</Link>} />
      ) : (
        <Table label="Audit log" head={['When', 'Who', 'Did', 'To what', 'Why', 'Before and after']}>
          {nodes.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
      {endCursor && (
        <p className={styles['more']}>
          <Link href={withAudit(HERE, { ...question, after: endCursor })}>Older entries</Link>
        </p>
      )}
    </Page>
  );
}

/** A form of the browser: its fields are the address. */
function Filters({ question }: { readonly question: AuditQuestion }) {
  const fields = [
    { name: 'actor', label: 'Who', placeholder: 'person:…' },
    { name: 'action', label: 'Did', placeholder: 'waiver.' },
    { name: 'object', label: 'To what', placeholder: 'asset:…' },
  ] as const;
  return (
    <form className={styles['form']} action={HERE}>
      {fields.map(({ name, label, placeholder }) => (
        <TextInput
          key={name}
          name={name}
          label={label}
          placeholder={placeholder}
          defaultValue={question[name] ?? ''}
          autoComplete="off"
        />
      ))}
      <TextInput name="since" label="From" type="date" defaultValue={question.since ?? ''} />
      <TextInput name="until" label="To" type="date" defaultValue={question.until ?? ''} />
      <Button type="submit">Filter</Button>
    </form>
  );
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { at, actor, by, action, object, reason } = entry;
  return (
    <tr>
      <td data-tight className="subtle">
        <TimeAgo at={at} />
      </td>
      <td>
        <Link href={withAudit(HERE, { actor })} prefetch={false} title={actor}>
          {by.name}
        </Link>
      </td>
      <td data-tight>
        <Link href={withAudit(HERE, { action })} prefetch={false}>
          {action}
        </Link>
      </td>
      <td className="mono" style={{ overflowWrap: 'anywhere' }}>
        <Link href={withAudit(HERE, { object })} prefetch={false}>
          {object}
        </Link>
      </td>
      <td>{reason}</td>
      <td>
        <States entry={entry} />
      </td>
    </tr>
  );
}

function States({ entry: { before, after, requestId } }: { readonly entry: Entry }) {
  if (before === null && after === null) return null;
  return (
    <details>
      <summary>Show</summary>
      <pre tabIndex={0} style={{ overflowX: 'auto', maxWidth: 480 }}>
        {JSON.stringify({ before, after, requestId }, null, 2)}
      </pre>
    </details>
  );
}
