import { Panel } from '../../components/shell/page';
import { CopyButton } from '../../components/text/copy-button';
import { count } from '../../components/text/numbers';
import styles from './pipelines.module.css';

/** Facets as they were sent, each folded until it is wanted. */
export function FacetsPanel({ facets }: { readonly facets: unknown }) {
  const entries = typeof facets === 'object' && facets !== null ? Object.entries(facets) : [];
  if (entries.length === 0) return null;
  const names = entries.sort(([one], [other]) => one.localeCompare(other));
  return (
    <Panel title="Facets, as sent" isFlush aside={<span className="num subtle">{count(entries.length)}</span>}>
      {names.map(([name, value]) => (
        <details key={name} className={styles['facetRaw']}>
          <summary className="mono">{name}</summary>
          <Raw name={name} text={JSON.stringify(value, null, 2)} />
        </details>
      ))}
    </Panel>
  );
}

function Raw({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={styles['raw']}>
      <pre className={styles['code']} tabIndex={0}>
        {text}
      </pre>
      <CopyButton text={text} what={`the facet ${name}`} />
    </div>
  );
}
