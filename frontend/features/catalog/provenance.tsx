import { Chip } from '../../components/asset/chip';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import type { OverviewAsset } from './key-facts';
import { sentenceCase, shownValue } from './properties';
import styles from './asset.module.css';

type Fact = OverviewAsset['facts'][number];

/** Where each shown fact comes from; what other sources say instead opens below it. */
export function Provenance({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0)
    return (
      <p className="subtle" style={{ padding: 14 }}>
        No source has said anything about it yet.
      </p>
    );
  return (
    <Table label="Where each fact comes from" head={['Fact', 'Shown', 'Said by', 'As of']}>
      {facts.map((fact) => (
        <FactRow key={fact.field} fact={fact} />
      ))}
    </Table>
  );
}

function FactRow({ fact }: { readonly fact: Fact }) {
  return (
    <tr>
      <td className="muted" data-tight>
        {sentenceCase(fact.field)}
      </td>
      <td>
        <Value value={fact.value} />
        {fact.alternatives.length > 0 && (
          <details className={styles['factRow']}>
            <summary className="subtle">
              {fact.alternatives.length === 1 ? '1 source says' : `${String(fact.alternatives.length)} sources say`}{' '}
              something else
            </summary>
            <ul className={styles['alternatives']}>
              {fact.alternatives.map((alternative) => (
                <li key={alternative.source + alternative.observedAt}>
                  <Chip title={`Kind: ${alternative.sourceKind}`}>{alternative.source}</Chip>
                  <Value value={alternative.value} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td data-tight>
        <Chip title={`Kind: ${fact.sourceKind}`}>{fact.source}</Chip>
      </td>
      <td data-tight className="subtle">
        <TimeAgo at={fact.observedAt} />
      </td>
    </tr>
  );
}

function Value({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className="subtle">nothing</span>;
  return <span className={styles['value']}>{shownValue(value)}</span>;
}
