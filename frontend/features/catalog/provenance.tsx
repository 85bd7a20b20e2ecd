import { Chip } from '../../components/asset/chip';
import { Table } from '../../components/table/table';
import { counted } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { OverviewAsset } from './key-facts';
import { sentenceCase, shownValue } from './properties';
import styles from './asset.module.css';

type Fact = OverviewAsset['facts'][number];

const HEAD = ['Fact', 'Shown', 'Said by', 'As of'];
const PROPERTY = 'properties.';

/** Where each shown fact comes from; what other sources say instead opens below it. */
export function Provenance({ facts }: { readonly facts: readonly Fact[] }) {
  if (facts.length === 0)
    return (
      <p className="subtle" style={{ padding: 14 }}>
        No source has said anything about it yet.
      </p>
    );
  const main = facts.filter(({ field }) => !field.startsWith(PROPERTY));
  const properties = facts.filter(({ field }) => field.startsWith(PROPERTY));
  return (
    <>
      <FactTable label="Where each fact comes from" facts={main} />
      {properties.length > 0 && (
        <details className={styles['rest']}>
          <summary>{counted(properties.length, 'property', 'properties')}</summary>
          <FactTable label="Where each property comes from" facts={properties} />
        </details>
      )}
    </>
  );
}

function FactTable({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  return (
    <Table label={label} head={HEAD}>
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
        {sentenceCase(fact.field.replace(PROPERTY, ''))}
      </td>
      <td>
        <Value value={fact.value} />
        <Alternatives fact={fact} />
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

/** Sources that agree are counted, those that differ are quoted. */
function Alternatives({ fact }: { readonly fact: Fact }) {
  const shown = JSON.stringify(fact.value);
  const others = fact.alternatives.filter(({ value }) => JSON.stringify(value) !== shown);
  if (others.length === 0) return null;
  return (
    <details className={styles['factRow']}>
      <summary className="subtle">{counted(others.length, 'source says', 'sources say')} something else</summary>
      <ul className={styles['alternatives']}>
        {others.map((alternative) => (
          <li key={alternative.source + alternative.observedAt}>
            <Chip title={`Kind: ${alternative.sourceKind}`}>{alternative.source}</Chip>
            <Value value={alternative.value} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Value({ value }: { readonly value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className="subtle">nothing</span>;
  return <span className={styles['value']}>{shownValue(value)}</span>;
}
