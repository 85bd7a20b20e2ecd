import type { ReactNode } from 'react';
import { EmptyState } from '../../components/states/empty-state';
import { CopyButton } from '../../components/text/copy-button';
import { counted } from '../../components/text/numbers';
import { Panel } from '../../components/shell/page';
import type { AssetCodeQuery } from '../../graphql/generated/graphql';
import styles from './asset.module.css';
import { tokenizeSql, type SqlToken } from './sql-tokens';

type Code = NonNullable<NonNullable<AssetCodeQuery['assetByName']>['code']>;

/** The code that defines the asset, as it was sent; only read. */
export function SqlTab({ code }: { readonly code: Code | null }) {
  if (code === null)
    return (
      <EmptyState title="No code is known">
        Sources that are compiled, like dbt models, bring theirs; raw tables and files have none.
      </EmptyState>
    );
  const lines = code.text.split('\n').length;
  return (
    <Panel title={code.language.toUpperCase()} isFlush aside={<CodeAside code={code} lines={lines} />}>
      <div className={styles['code']}>
        <ol aria-hidden="true">
          {Array.from({ length: lines }, (_, index) => (
            <li key={index}>{index + 1}</li>
          ))}
        </ol>
        <pre tabIndex={0}>
          <code>{tokenizeSql(code.text).map(drawToken)}</code>
        </pre>
      </div>
    </Panel>
  );
}

function CodeAside({ code, lines }: { readonly code: Code; readonly lines: number }) {
  return (
    <span className="subtle">
      {counted(lines, 'line')} · <code title={code.hash}>{code.hash.slice(0, 12)}</code>{' '}
      <CopyButton text={code.text} what="the code" />
    </span>
  );
}

function drawToken({ kind, text }: SqlToken, index: number): ReactNode {
  if (kind === 'plain') return text;
  return (
    <span key={index} className={styles[kind]}>
      {text}
    </span>
  );
}
