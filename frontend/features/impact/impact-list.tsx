import Link from 'next/link';
import { AssetLink } from '../../components/asset/asset-link';
import { typeLabel } from '../../components/asset/asset-type';
import { StatusDot } from '../../components/asset/chip';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { withImpact } from '../../components/url-state';
import type { ImpactOfQuery } from '../../graphql/generated/graphql';
import styles from './impact.module.css';
import type { ChangeClassWord, ImpactQuestion } from './impact-question';

type Answer = ImpactOfQuery['impact'];
type Row = Answer['nodes'][number];

const TONES = { BREAKING: 'fail', MAYBE: 'warn', SAFE: 'pass' } as const;

/** How many there are of each class; each is a filter. */
export function ImpactClasses({
  question,
  all,
}: {
  readonly question: ImpactQuestion;
  readonly all: ImpactOfQuery['all'];
}) {
  const hrefOf = (word: ChangeClassWord | null) => withImpact('/impact', { ...question, class: word, after: null });
  return (
    <nav className={styles['classes']} aria-label="What becomes of them">
      <Link href={hrefOf(null)} prefetch={false} aria-current={question.class === null || undefined}>
        all <span className="num">{count(all.total)}</span>
      </Link>
      {all.classes.map(({ value, count: size }) => {
        const word = value.toLowerCase() as ChangeClassWord;
        return (
          <Link key={value} href={hrefOf(word)} prefetch={false} aria-current={question.class === word || undefined}>
            <StatusDot status={TONES[value as Row['changeClass']]} /> {word} <span className="num">{count(size)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

const HEAD = [
  'What becomes of it',
  'Asset or column',
  { label: 'Type' },
  { label: 'Hops', align: 'end' as const },
  'By way of',
  'Owner',
  'Why',
];

/** Everything that a change reaches, nearest first, whatever a graph would draw. */
export function ImpactList({ question, answer }: { readonly question: ImpactQuestion; readonly answer: Answer }) {
  if (answer.nodes.length === 0)
    return (
      <EmptyState title="Nothing is reached by this change">
        {answer.complete
          ? 'No recorded lineage leads away from it.'
          : answer.omitted.map(({ message }) => message).join(' ')}
      </EmptyState>
    );
  return (
    <>
      <Table label="Impact" head={HEAD}>
        {answer.nodes.map((row) => (
          <ImpactRow key={`${row.asset.id} ${row.column ?? ''}`} row={row} />
        ))}
      </Table>
      {answer.endCursor && (
        <p className={styles['more']}>
          <Link href={withImpact('/impact', { ...question, after: answer.endCursor })} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
    </>
  );
}

function ImpactRow({ row: { changeClass, asset, column, distance, via, reason } }: { readonly row: Row }) {
  return (
    <tr>
      <td data-tight>
        <StatusDot status={TONES[changeClass]} /> {changeClass.toLowerCase()}
      </td>
      <td>
        <AssetLink asset={asset} {...(column !== null && { query: `tab=columns&col=${encodeURIComponent(column)}` })} />
        {column !== null && <span className={styles['column']}>.{column}</span>}
      </td>
      <td data-tight>{typeLabel(asset.type)}</td>
      <td data-align="end">{distance}</td>
      <td className="muted">{[via.asset.displayName, via.column].filter((part) => part !== null).join('.')}</td>
      <td style={{ overflowWrap: 'anywhere', minWidth: 110 }}>
        {asset.owner ?? <span className="subtle">nobody</span>}
      </td>
      <td className="muted" style={{ minWidth: 200 }}>
        {reason}
      </td>
    </tr>
  );
}
