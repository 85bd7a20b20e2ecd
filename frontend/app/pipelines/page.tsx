import type { Metadata } from 'next';
import Form from 'next/form';
import Link from 'next/link';
import { Suspense } from 'react';
import { refuseVisitors } from '../../components/shell/viewer';
import { EmptyState } from '../../components/states/empty-state';
import { ListSkeleton } from '../../components/states/list-skeleton';
import { count, counted } from '../../components/text/numbers';
import { loadPipelines, withPipelines, type PipelinesState } from '../../components/url-state';
import { JobFacets } from '../../features/pipelines/job-facets';
import { filterOf, isNarrowed, LIST_FILTERS } from '../../features/pipelines/job-filters';
import { JobList } from '../../features/pipelines/job-list';
import { Jobs } from '../../features/pipelines/jobs.query';
import styles from '../../features/pipelines/pipelines.module.css';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';
import type { JobsQuery } from '../../graphql/generated/graphql';

export const metadata: Metadata = { title: 'Pipelines' };

/** /pipelines?state=failed&owner=Growth&late=true&level=all — what runs, what failed, what is late. */
export default async function PipelinesPage({ searchParams }: PageProps<'/pipelines'>) {
  const state = await loadPipelines(searchParams);
  const answer = request(Jobs, { filter: filterOf(state), after: state.after });
  await refuseVisitors(answer);
  return (
    <Suspense fallback={<ListSkeleton what="the pipelines" row={44} hasFilters />}>
      <Pipelines state={state} answer={answer} />
    </Suspense>
  );
}

interface PipelinesProps {
  readonly state: PipelinesState;
  readonly answer: Promise<JobsQuery>;
}

async function Pipelines({ state, answer }: PipelinesProps) {
  const { jobs } = await answer.catch(explainRefusal);
  return (
    <div className={styles['layout']}>
      <JobFacets state={state} answer={jobs} />
      <div className={styles['results']} tabIndex={-1}>
        <h1 className="hidden-visually">Pipelines</h1>
        <Bar state={state} answer={jobs} />
        {jobs.nodes.length === 0 ? (
          <div className={styles['none']}>
            <None state={state} />
          </div>
        ) : (
          <JobList jobs={jobs.nodes} />
        )}
        {jobs.nodes.length > 0 && <Foot state={state} endCursor={jobs.endCursor ?? null} />}
      </div>
    </div>
  );
}

interface PartProps {
  readonly state: PipelinesState;
  readonly answer: JobsQuery['jobs'];
}

function Bar({ state, answer }: PartProps) {
  const failed = answer.states.find(({ value }) => value === 'FAILED')?.count ?? 0;
  return (
    <div className={styles['bar']}>
      <span className={styles['total']} role="status">
        <strong>{counted(answer.total, state.level === 'all' ? 'job' : 'pipeline')}</strong>
        {failed > 0 && ` · ${count(failed)} failed last`}
        {answer.lateCount > 0 && ` · ${count(answer.lateCount)} late`}
      </span>
      <Form action="/pipelines" scroll={false}>
        <Kept state={state} />
        <input
          className={styles['find']}
          name="q"
          type="search"
          defaultValue={state.q}
          aria-label="Find a pipeline by name"
          placeholder="Part of a name"
        />
      </Form>
    </div>
  );
}

/** The other filters, so that looking for a name keeps them. */
function Kept({ state }: Pick<PartProps, 'state'>) {
  return (
    <>
      {LIST_FILTERS.filter((name) => state[name].length > 0).map((name) => (
        <input key={name} type="hidden" name={name} value={state[name].map(encodeComma).join(',')} />
      ))}
      {state.late && <input type="hidden" name="late" value="true" />}
      {state.level === 'all' && <input type="hidden" name="level" value="all" />}
    </>
  );
}

const encodeComma = (value: string): string => value.replaceAll(',', '%2C');

function None({ state }: Pick<PartProps, 'state'>) {
  if (!isNarrowed(state))
    return (
      <EmptyState
        title="No pipeline has reported yet"
        snippet={'OPENLINEAGE_URL=https://this-address\nOPENLINEAGE_API_KEY=…'}
        actions={<Link href="/admin/tokens">Make a token</Link>}
      >
        Set these two in Airflow, Spark, Flink or dbt-ol. Jobs, runs and lineage appear with the first run.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No pipeline fits all of this"
      actions={
        <>
          {state.level === 'pipelines' && (
            <Link href={withPipelines('/pipelines', { ...state, after: null, level: 'all' })}>
              Look among tasks too
            </Link>
          )}
          <Link href="/pipelines">Show all</Link>
        </>
      }
    >
      {state.level === 'pipelines' ? 'Tasks and models were not looked at.' : 'Leave a filter out to see more.'}
    </EmptyState>
  );
}

function Foot({ state, endCursor }: Pick<PartProps, 'state'> & { readonly endCursor: string | null }) {
  return (
    <div className={styles['foot']}>
      {state.after !== null && <Link href={withPipelines('/pipelines', { ...state, after: null })}>First page</Link>}
      {endCursor === null ? (
        <span>That is all.</span>
      ) : (
        <Link href={withPipelines('/pipelines', { ...state, after: endCursor })}>Next page</Link>
      )}
    </div>
  );
}
