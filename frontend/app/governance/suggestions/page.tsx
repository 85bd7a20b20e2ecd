import type { Metadata } from 'next';
import Link from 'next/link';
import { currentViewer, may } from '../../../components/shell/viewer';
import { EmptyState } from '../../../components/states/empty-state';
import { FilterLinks } from '../../../features/governance/filter-links';
import { loadSuggestions, SUGGESTION_STATUSES, withSuggestions } from '../../../features/governance/governance-params';
import { SuggestionList } from '../../../features/governance/suggestions/suggestion-list';
import { SuggestionGroups } from '../../../features/governance/suggestions/suggestions.query';
import styles from '../../../features/governance/suggestions/suggestions.module.css';
import { request } from '../../../graphql/client';
import type { SuggestionStatus } from '../../../graphql/generated/graphql';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Suggestions' };

const HERE = '/governance/suggestions';
type Status = (typeof SUGGESTION_STATUSES)[number];
const WORDS: Record<Status, string> = { suggested: 'To decide', confirmed: 'Accepted', rejected: 'Rejected' };

/** /governance/suggestions?status=rejected&g=… — what the catalog thinks is sensitive, to be decided in groups. */
export default async function SuggestionsPage({ searchParams }: PageProps<'/governance/suggestions'>) {
  const { status, asset, after } = await loadSuggestions(searchParams);
  const filter = { status: [status.toUpperCase() as SuggestionStatus], assetId: asset };
  const [answer, viewer] = await Promise.all([
    request(SuggestionGroups, { filter, after }).catch(explainRefusal),
    currentViewer(),
  ]);
  const { nodes, endCursor } = answer.classificationSuggestionGroups;
  return (
    <SuggestionList
      key={withSuggestions('', { status, asset, after })}
      groups={nodes}
      suggestions={answer.classificationSuggestions.total}
      filter={filter}
      status={status}
      mayDecide={may(viewer, 'catalog:classify')}
      head={<Head status={status} />}
      foot={
        <div className={styles['foot']}>
          {nodes.length === 0 && <NoSuggestions status={status} />}
          {endCursor && <Link href={withSuggestions(HERE, { status, asset, after: endCursor })}>More groups</Link>}
        </div>
      }
    />
  );
}

function Head({ status }: { readonly status: Status }) {
  return (
    <div className={styles['filters']}>
      <h1 className="hidden-visually">Suggestions</h1>
      <FilterLinks
        label="Filter by status"
        links={SUGGESTION_STATUSES.map((name) => ({
          label: WORDS[name],
          href: withSuggestions(HERE, { status: name }),
          isCurrent: name === status,
        }))}
      />
    </div>
  );
}

function NoSuggestions({ status }: { readonly status: Status }) {
  if (status !== 'suggested') return <EmptyState title={`Nothing was ${status} yet`} />;
  return (
    <EmptyState title="Nothing to decide">
      Names, types, values, tags, contracts and dbt meta are read after each change; what looks sensitive appears here.
    </EmptyState>
  );
}
