import { counted } from '../../../components/text/numbers';
import type { GroupKey, ViolationGroup } from './group-violations';
import type { FacetCount } from './load-violations';
import type { Inbox } from './use-inbox';
import { ViolationRow } from './violation-row';
import styles from './violations.module.css';

interface ViolationRowsProps {
  readonly groups: readonly ViolationGroup[];
  readonly group: GroupKey | null;
  /** How many there are of each value, on other pages too. */
  readonly counts: readonly FacetCount[];
  readonly inbox: Inbox;
}

/** The rows, under a heading for each group when they are grouped. */
export function ViolationRows({ groups, group, counts, inbox }: ViolationRowsProps) {
  if (group === null) return <Rows label="Violations" violations={groups[0]?.violations ?? []} inbox={inbox} />;
  return groups.map(({ value, label, violations }) => {
    const total = counts.find((one) => one.value === value)?.count ?? violations.length;
    return (
      <section key={value} aria-label={label}>
        <header className={styles['groupHead']}>
          <h2>{label}</h2>
          <span className="subtle">
            {total > violations.length
              ? `${String(violations.length)} here of ${counted(total, 'violation')}`
              : counted(total, 'violation')}
          </span>
        </header>
        <Rows label={`Violations: ${label}`} violations={violations} inbox={inbox} />
      </section>
    );
  });
}

interface RowsProps extends Pick<ViolationGroup, 'violations'> {
  readonly label: string;
  readonly inbox: Inbox;
}

function Rows({ label, violations, inbox }: RowsProps) {
  return (
    <ol aria-label={label}>
      {violations.map((violation) => (
        <ViolationRow
          key={violation.id}
          violation={violation}
          isCurrent={violation.id === inbox.openId}
          isTicked={inbox.isAllTicked || inbox.ticked.has(violation.id)}
          onOpen={inbox.open}
          onTick={inbox.tick}
        />
      ))}
    </ol>
  );
}
