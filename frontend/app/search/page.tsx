import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { refuseVisitors } from '../../components/shell/viewer';
import { ListSkeleton } from '../../components/states/list-skeleton';
import { Notice } from '../../components/states/notice';
import { loadSearch, withSearch } from '../../components/url-state';
import { Facets } from '../../features/search/facets';
import { MeaningLine } from '../../features/search/meaning-line';
import { NoHits } from '../../features/search/no-hits';
import { parseQuery, type ParsedQuery, type Problem } from '../../features/search/query-language';
import { ResultList } from '../../features/search/result-list';
import { correctionOf, findAssets, type SearchAnswer, type SearchQuestion } from '../../features/search/run-search';
import styles from '../../features/search/search.module.css';
import { explainRefusal } from '../../graphql/page-errors';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { q } = await loadSearch(searchParams);
  return { title: q === '' ? 'Search' : `${q} · Search` };
}

/** /search?q=orders type:table&sort=updated — the query is the whole state: facets write it, hands write it. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const question = await loadSearch(searchParams);
  const parsed = parseQuery(question.q);
  const found = findAssets(parsed, question);
  await refuseVisitors(found);
  return (
    <Suspense fallback={<ListSkeleton what="the results" row={56} hasFilters />}>
      <Results question={question} parsed={parsed} found={found} />
    </Suspense>
  );
}

interface ResultsProps {
  readonly question: SearchQuestion;
  readonly parsed: ParsedQuery;
  readonly found: ReturnType<typeof findAssets>;
}

async function Results({ question, parsed, found }: ResultsProps) {
  const { answer, problems } = await found.catch(explainRefusal);
  return (
    <div className={styles['layout']}>
      <Facets q={question.q} sort={question.sort} facets={answer.facets} />
      <ResultList
        key={`${question.q}|${question.sort}|${question.after ?? ''}`}
        hits={answer.hits}
        q={question.q}
        head={<Head question={question} parsed={parsed} problems={problems} answer={answer} />}
        foot={answer.hits.length === 0 ? <NoHits parsed={parsed} /> : <Foot question={question} answer={answer} />}
      />
    </div>
  );
}

interface PartProps {
  readonly question: SearchQuestion;
  readonly answer: SearchAnswer;
}

interface HeadProps extends PartProps {
  readonly parsed: ParsedQuery;
  readonly problems: readonly Problem[];
}

function Head({ question, parsed, problems, answer }: HeadProps) {
  const corrected = correctionOf(parsed, answer);
  return (
    <>
      <h1 className="hidden-visually">Search</h1>
      <MeaningLine q={question.q} sort={question.sort} parsed={parsed} answer={answer} />
      <div className={styles['notes']}>
        {problems.map((problem) => (
          <Notice key={problem.token} tone="warn">
            <code>{problem.token}</code> {problem.message}
          </Notice>
        ))}
        {corrected !== null && (
          <Notice tone="info">
            Nothing is spelled like that. Showing what is near:{' '}
            <Link href={withSearch('/search', { q: corrected })}>{corrected}</Link>
          </Notice>
        )}
      </div>
    </>
  );
}

function Foot({ question, answer }: PartProps) {
  return (
    <div className={styles['foot']}>
      {question.after !== null && (
        <Link href={withSearch('/search', { q: question.q, sort: question.sort })}>First page</Link>
      )}
      {answer.endCursor ? (
        <Link href={withSearch('/search', { q: question.q, sort: question.sort, after: answer.endCursor })}>
          Next page
        </Link>
      ) : (
        <span>That is all.</span>
      )}
    </div>
  );
}
