import Link from 'next/link';
import { Icon } from '../../components/icon';
import { lookOf } from '../../components/run/run-state';
import { count } from '../../components/text/numbers';
import { withPipelines, type PipelinesState } from '../../components/url-state';
import type { JobsQuery } from '../../graphql/generated/graphql';
import { toggled, type ListFilter } from './job-filters';
import styles from './pipelines.module.css';

type Answer = JobsQuery['jobs'];

interface JobFacetsProps {
  readonly state: PipelinesState;
  readonly answer: Answer;
}

/** What the list can be narrowed by, as links: each is the address it leads to. */
export function JobFacets({ state, answer }: JobFacetsProps) {
  return (
    <nav className={styles['facets']} aria-label="Filters" tabIndex={-1}>
      <section className={styles['facet']}>
        <h2>Show</h2>
        <ul>
          <Choice
            label="Late only"
            size={answer.lateCount}
            isChosen={state.late}
            href={withPipelines('/pipelines', { ...state, after: null, late: !state.late })}
          />
          <Choice
            label="Tasks too"
            isChosen={state.level === 'all'}
            href={withPipelines('/pipelines', {
              ...state,
              after: null,
              level: state.level === 'all' ? 'pipelines' : 'all',
            })}
          />
        </ul>
      </section>
      <FacetGroup title="Last run" name="state" values={answer.states} state={state} />
      <FacetGroup title="Integration" name="integration" values={answer.integrations} state={state} />
      <FacetGroup title="Owner" name="owner" values={answer.owners} state={state} />
      <FacetGroup title="Namespace" name="namespace" values={answer.namespaces} state={state} />
    </nav>
  );
}

interface FacetGroupProps {
  readonly title: string;
  readonly name: ListFilter;
  readonly values: Answer['states'];
  readonly state: PipelinesState;
}

function FacetGroup({ title, name, values, state }: FacetGroupProps) {
  const chosen: readonly string[] = state[name];
  const shown = [...values.filter(({ value }) => value !== 'NEVER'), ...unmatched(name, chosen, values)];
  if (shown.length === 0) return null;
  return (
    <section className={styles['facet']}>
      <h2>{title}</h2>
      <ul>
        {shown.map(({ value, count: size }) => {
          const written = name === 'state' ? value.toLowerCase() : value;
          return (
            <Choice
              key={value}
              label={labelOf(name, value)}
              size={size}
              isChosen={chosen.includes(written)}
              href={withPipelines('/pipelines', toggled(state, name, written))}
            />
          );
        })}
      </ul>
    </section>
  );
}

/** What is ticked and fits nothing: it must stay to be unticked. */
function unmatched(name: ListFilter, chosen: readonly string[], values: Answer['states']): Answer['states'] {
  const written = (value: string) => (name === 'state' ? value.toUpperCase() : value);
  const missing = chosen.map(written).filter((value) => !values.some((one) => one.value === value));
  return missing.map((value) => ({ value, count: 0 }));
}

interface ChoiceProps {
  readonly label: string;
  readonly size?: number;
  readonly isChosen: boolean;
  readonly href: string;
}

function Choice({ label, size, isChosen, href }: ChoiceProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        scroll={false}
        className={styles['value']}
        data-chosen={isChosen || undefined}
        title={label}
      >
        <span className={styles['box']}>
          <Icon name="check" size={12} />
        </span>
        <span className="clip">
          <span className="hidden-visually">{isChosen ? 'Remove' : 'Add'} </span>
          {label}
        </span>
        {size !== undefined && <span className="num subtle">{count(size)}</span>}
      </Link>
    </li>
  );
}

function labelOf(name: ListFilter, value: string): string {
  if (name === 'state') return lookOf(value).word;
  return name === 'integration' ? value.toLowerCase() : value;
}
