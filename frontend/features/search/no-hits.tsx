import Link from 'next/link';
import { count, counted } from '../../components/text/numbers';
import { withSearch } from '../../components/url-state';
import { EmptyState } from '../../components/states/empty-state';
import { countAssets, findWaysOut, type WayOut } from './run-search';
import { writeClause, type ParsedQuery } from './query-language';
import styles from './search.module.css';

/** Nothing fits: which part excludes most, and one click to drop it. */
export async function NoHits({ parsed }: { readonly parsed: ParsedQuery }) {
  const hasQuery = parsed.text !== '' || parsed.clauses.length > 0;
  const [ways, all] = await Promise.all([findWaysOut(parsed).catch(() => []), countAssets('').catch(() => 0)]);
  return (
    <div className={styles['none']}>
      <EmptyState title={hasQuery && all > 0 ? `0 of ${count(all)} assets match` : 'Nothing is in the catalog yet'}>
        {ways.length > 0
          ? 'Leaving one part out would bring some back:'
          : 'Check the spelling, use fewer words, or search by a column, an owner or a tag.'}
      </EmptyState>
      {ways.length > 0 && (
        <ul className={styles['ways']}>
          {ways.map((way) => (
            <li key={way.q}>
              <Link href={withSearch('/search', { q: way.q })}>
                Remove {partName(way)} {way.part !== 'text' && <code>{writeClause(way.part)}</code>}
              </Link>{' '}
              <span className="subtle">→ {counted(way.total, 'asset')}</span>
            </li>
          ))}
        </ul>
      )}
      {hasQuery && (
        <p style={{ paddingTop: 12 }}>
          <Link href="/search">Start over</Link>
        </p>
      )}
    </div>
  );
}

function partName({ part }: WayOut): string {
  return part === 'text' ? 'the words' : 'the filter';
}
