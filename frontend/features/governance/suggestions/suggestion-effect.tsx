'use client';

import { useEffect, useState } from 'react';
import { AssetLink } from '../../../components/asset/asset-link';
import { Notice } from '../../../components/states/notice';
import { count, counted } from '../../../components/text/numbers';
import { abortableRequest } from '../../../graphql/browser';
import type { DecideSuggestionsInput, DecideSuggestionsMutation } from '../../../graphql/generated/graphql';
import { inputOf, type SuggestionTarget } from './decide';
import { DecideSuggestions } from './suggestions.query';
import styles from './suggestions.module.css';

const SHOWN_AT_ONCE = 20;

type Report = DecideSuggestionsMutation['decideSuggestions'];

/** What accepting would do, asked of the API beforehand; nothing for those who may not decide. */
export function SuggestionEffect({ target }: { readonly target: SuggestionTarget }) {
  const [report, setReport] = useState<Report | null>(null);
  const input = JSON.stringify({ ...inputOf(target), decision: 'CONFIRM', dryRun: true });
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, DecideSuggestions, { input: JSON.parse(input) as DecideSuggestionsInput }).then(
      ({ decideSuggestions }) => {
        setReport(decideSuggestions);
      },
      () => undefined,
    );
    return () => {
      abort.abort();
    };
  }, [input]);
  return (
    <>
      <div role="status">{report && <Notice tone="info">{effectWords(report)}</Notice>}</div>
      {report && report.marked.length > 0 && <Marked report={report} />}
    </>
  );
}

/** The columns further down that accepting marks. */
function Marked({ report: { marked, downstreamColumns } }: { readonly report: Report }) {
  const more = (downstreamColumns ?? 0) - marked.length;
  return (
    <details className={styles['marked']} open={marked.length <= SHOWN_AT_ONCE}>
      <summary>Columns that would be marked</summary>
      <ul aria-label="Columns that would be marked">
        {marked.map(({ asset, column }) => (
          <li key={`${asset.id}${String(column)}`} className={styles['mark']}>
            <AssetLink asset={asset} query={`tab=columns&col=${encodeURIComponent(column ?? '')}`} />
            <code>{column}</code>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="subtle">and {count(more)} more</p>}
    </details>
  );
}

function effectWords({ matched, assets, downstreamColumns }: Report): string {
  const here = `Accepting classifies ${counted(matched, 'place')} in ${counted(assets, 'asset')}`;
  if (downstreamColumns === null) return `${here}, and marks very many columns further down.`;
  if (downstreamColumns === 0) return `${here}. Nothing further down is marked.`;
  return `${here}, and marks ${counted(downstreamColumns, 'column')} further down.`;
}
