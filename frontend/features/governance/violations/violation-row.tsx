import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { StatusDot } from '../../../components/asset/chip';
import { TimeAgo } from '../../../components/text/time-ago';
import type { ViolationRowFragment } from '../../../graphql/generated/graphql';
import { severityTone } from '../words';
import styles from './violations.module.css';

interface ViolationRowProps {
  readonly violation: ViolationRowFragment;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly onOpen: (id: string) => void;
  readonly onTick: (id: string) => void;
}

/** One finding: what is wrong, where, under which policy, and how far it is. */
export function ViolationRow({ violation, isCurrent, isTicked, onOpen, onTick }: ViolationRowProps) {
  const { id, message, severity } = violation;
  return (
    <li className={styles['row']} data-current={isCurrent || undefined} data-violation={id}>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={`Select: ${message}`}
          onChange={() => {
            onTick(id);
          }}
        />
      </label>
      <div style={{ minWidth: 0 }}>
        <div className={styles['first']}>
          <StatusDot status={severityTone(severity)} />
          <button
            type="button"
            className={styles['message']}
            title={message}
            aria-current={isCurrent || undefined}
            onClick={() => {
              onOpen(id);
            }}
          >
            <span className="hidden-visually">{severity}: </span>
            {message}
          </button>
          <TimeAgo at={violation.statusAt} />
        </div>
        <Place violation={violation} />
      </div>
    </li>
  );
}

function Place({ violation }: { readonly violation: ViolationRowFragment }) {
  const { asset, column } = violation;
  return (
    <div className={styles['second']}>
      <AssetTypeIcon type={asset.type} size={14} />
      <span className={styles['place']} title={asset.name}>
        {column ? `${asset.displayName}.${column}` : asset.displayName}
      </span>
      <Signs violation={violation} />
    </div>
  );
}

function Signs({ violation }: { readonly violation: ViolationRowFragment }) {
  const { status, assignee, dueOn, policy, reopened } = violation;
  return (
    <>
      {reopened > 0 && <span title={`Came back ${String(reopened)} times`}>↺ {reopened}</span>}
      <span>{policy}</span>
      {dueOn && <span className={isLate(violation) ? styles['late'] : undefined}>due {dueOn}</span>}
      {assignee && <span>{assignee.name}</span>}
      {status !== 'OPEN' && <span>{status.toLowerCase()}</span>}
    </>
  );
}

/** Days compare as texts: 2026-12-31. */
function isLate({ dueOn, status }: ViolationRowFragment): boolean {
  return status !== 'RESOLVED' && (dueOn ?? '9') < new Date().toISOString().slice(0, 10);
}
