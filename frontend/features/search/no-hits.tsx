import Link from 'next/link';
import { counted } from '../../components/text/numbers';
import { withSearch } from '../../components/url-state';
import { EmptyState } from '../../components/states/empty-state';
import { findWaysOut, type WayOut } from './run-search';
import type { ParsedQuery } from './query-language';
import styles from './search.module.css';

/** Nothing fits: which clause excludes most, and one click to drop it. */
export async function NoHits({ parsed }: { readonly parsed: ParsedQuery }) {
  const ways = await findWaysOut(parsed).catch(() => []);
  const hasQuery = parsed.text !== '' || parsed.clauses.length > 0;
  return (
    <div className={styles['none']}>
      <EmptyState title={hasQuery ? 'No asset matches all of this' : 'Nothing is in the catalog yet'}>
        {ways.length > 0
          ? 'Leaving one part out would bring some back:'
          : 'Check the spelling, use fewer words, or search by a column, an owner or a tag.'}
      </EmptyState>
      {ways.length > 0 && (
        <ul className={styles['ways']}>
          {ways.map((way) => (
            <li key={way.key}>
              <Link href={withSearch('/search', { q: way.q })}>Remove {nameOf(way)}</Link>{' '}
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

function nameOf(way: WayOut): string {
  return way.key === 'text' ? 'the words' : `the filter ${way.key}`;
}
