import { Panel } from '../../components/shell/page';
import { counted } from '../../components/text/numbers';
import type { RunUseFragment } from '../../graphql/generated/graphql';
import { LineageAction } from './job-facts';
import { PlaceLink } from './places';
import styles from './run-lineage.module.css';
import type { ShownRun } from './shown-run';

const MOST = 6;

/** What went through a run: what it read, itself, what it wrote. */
export function RunLineage({ run }: { readonly run: ShownRun }) {
  const inputs = [...run.inputs];
  const outputs = [...run.outputs];
  if (inputs.length + outputs.length === 0) return null;
  return (
    <Panel title="Lineage of this run" aside={<LineageAction places={[...outputs, ...inputs]} />}>
      <div className={styles['strip']}>
        <Side uses={inputs} />
        <span className={styles['arrow']} aria-label="goes into">
          →
        </span>
        <span className={styles['self']}>{run.job?.name ?? 'this run'}</span>
        <span className={styles['arrow']} aria-label="writes">
          →
        </span>
        <Side uses={outputs} />
      </div>
    </Panel>
  );
}

function Side({ uses }: { readonly uses: readonly RunUseFragment[] }) {
  if (uses.length === 0) return <span className="subtle">nothing known</span>;
  return (
    <ul className={styles['side']}>
      {uses.slice(0, MOST).map((use) => (
        <li key={`${use.namespace} ${use.name}`} className={styles['card']}>
          <PlaceLink place={use} />
        </li>
      ))}
      {uses.length > MOST && <li className="subtle">and {counted(uses.length - MOST, 'more', 'more')} below</li>}
    </ul>
  );
}
