import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { Page } from '../../components/shell/page';
import { ListSkeleton } from '../../components/states/list-skeleton';
import { Notice } from '../../components/states/notice';
import { CopyButton } from '../../components/text/copy-button';
import { count, counted } from '../../components/text/numbers';
import { loadImpact } from '../../components/url-state';
import { ImpactChoices } from '../../features/impact/impact-choices';
import { ImpactClasses, ImpactList } from '../../features/impact/impact-list';
import { impactMarkdown } from '../../features/impact/impact-markdown';
import { csvHref, type ImpactQuestion } from '../../features/impact/impact-question';
import { ImpactOf, ImpactRoot } from '../../features/impact/impact.query';
import styles from '../../features/impact/impact.module.css';
import { request } from '../../graphql/client';
import type { ChangeClass, ChangeKind, ImpactOfQuery } from '../../graphql/generated/graphql';
import { explainRefusal } from '../../graphql/page-errors';

export const metadata: Metadata = { title: 'Impact' };

/** /impact?asset=…&column=email&change=rename — everything that a change would reach, and what becomes of it. */
export default async function ImpactPage({ searchParams }: PageProps<'/impact'>) {
  const { asset: id, ...rest } = await loadImpact(searchParams);
  if (id === null) notFound();
  const question: ImpactQuestion = { asset: id, ...rest };
  const answer = ask(question);
  answer.catch(() => undefined); // read below, perhaps after it has failed
  const { asset } = await request(ImpactRoot, { id }).catch(explainRefusal);
  if (!asset) notFound();
  const subject = [asset.displayName, question.column].filter((part) => part !== null).join('.');
  const columns = asset.columns.map(({ name }) => name);
  return (
    <Page
      title={`Impact of changing ${subject}`}
      lead="Everything downstream, as far as lineage is recorded, whatever a graph would draw."
      crumbs={[{ label: asset.displayName, href: assetHref(asset) }]}
      isWide
    >
      <Suspense fallback={<ListSkeleton what="what the change reaches" />}>
        <Reached question={question} subject={subject} columns={columns} answer={answer} />
      </Suspense>
    </Page>
  );
}

interface ReachedProps {
  readonly question: ImpactQuestion;
  readonly subject: string;
  readonly columns: readonly string[];
  readonly answer: Promise<ImpactOfQuery>;
}

async function Reached({ question, subject, columns, answer }: ReachedProps) {
  const known = await answer.catch(explainRefusal);
  return (
    <>
      <div className={styles['bar']}>
        <ImpactChoices question={question} columns={columns} />
        <Files question={question} subject={subject} answer={known} />
      </div>
      <ImpactClasses question={question} all={known.all} />
      <Summary impact={known.impact} />
      <ImpactList question={question} answer={known.impact} />
    </>
  );
}

function ask({ asset: id, column, change, class: word, after }: ImpactQuestion): Promise<ImpactOfQuery> {
  const kind = change.toUpperCase() as ChangeKind;
  const classes = word === null ? null : [word.toUpperCase() as ChangeClass];
  return request(ImpactOf, { id, column, change: kind, classes, after });
}

interface FilesProps {
  readonly question: ImpactQuestion;
  readonly subject: string;
  readonly answer: ImpactOfQuery;
}

/** Ways to take the answer along: all rows as a file, the pressing ones of this page for a pull request. */
function Files({ question, subject, answer }: FilesProps) {
  const text = impactMarkdown(`${question.change} of \`${subject}\``, answer.all.classes, answer.impact.nodes);
  return (
    <span className={styles['files']}>
      <a href={csvHref(question)} download>
        All {count(answer.all.total)} as CSV
      </a>
      <span>
        Markdown <CopyButton text={text} what="the impact as Markdown, for a pull request" />
      </span>
    </span>
  );
}

function Summary({ impact: { assetCount, owners, complete, omitted } }: Pick<ImpactOfQuery, 'impact'>) {
  return (
    <>
      <p className={styles['owners']}>
        {counted(assetCount, 'asset')}
        {owners.length > 0 && ', owned by '}
        {owners.map(({ value, count: size }) => `${value === 'none' ? 'nobody' : value} (${count(size)})`).join(', ')}
      </p>
      {!complete &&
        omitted.map(({ reason, message }) => (
          <Notice key={reason} tone="warn">
            {message}
          </Notice>
        ))}
    </>
  );
}
