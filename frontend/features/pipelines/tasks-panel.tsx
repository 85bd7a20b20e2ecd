import { JobLink } from '../../components/run/job-link';
import { RunBars } from '../../components/run/run-bars';
import { RunMark } from '../../components/run/run-mark';
import { spanWords } from '../../components/run/rhythm-words';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import type { JobHeadQuery } from '../../graphql/generated/graphql';
import { Failures } from './job-list';
import styles from './pipelines.module.css';
import { flowEdges, keyOf, layOut, sharedPrefix, type Cell, type ControlEdge, type FlowEdge } from './task-flow';
import { TaskPicture } from './task-picture';

type Task = NonNullable<JobHeadQuery['jobByName']>['children'][number];

const MOST_DRAWN = 60;
const HEAD = [
  'Task',
  'Last run',
  'Recent runs',
  'Runs after',
  'Reads from',
  { label: 'Usually takes', align: 'end' },
  { label: 'Failed, 30 d', align: 'end' },
] as const;

interface TasksPanelProps {
  readonly tasks: readonly Task[];
  readonly control: readonly ControlEdge[];
}

/** The parts of a job: in which order they run, and what data go from one to the other. */
export function TasksPanel({ tasks, control }: TasksPanelProps) {
  if (tasks.length === 0) return null;
  const edges = flowEdges(tasks, control);
  const keys = tasks.map(keyOf);
  const cells = layOut(keys, edges);
  const shared = sharedPrefix(tasks.map(({ name }) => name));
  const label = (name: string) => name.slice(shared.length);
  const inOrder = [...tasks].sort((one, other) => columnOf(cells, one) - columnOf(cells, other));
  const drawn = tasks.map((task) => ({
    key: keyOf(task),
    label: label(task.name),
    state: task.recentRuns[0]?.state ?? 'NEVER',
  }));
  const labels = new Map(drawn.map((task) => [task.key, task.label]));
  return (
    <Panel title="Tasks" isFlush aside={<span className="num subtle">{count(tasks.length)}</span>}>
      {tasks.length <= MOST_DRAWN && <TaskPicture tasks={drawn} edges={edges} cells={cells} />}
      <p className={styles['legend']}>
        <span>── data go along</span>
        <span>┄┄ one only waits for the other</span>
      </p>
      <Table label="Tasks" head={HEAD}>
        {inOrder.map((task) => (
          <TaskRow key={keyOf(task)} task={task} label={label(task.name)} edges={edges} labels={labels} />
        ))}
      </Table>
    </Panel>
  );
}

const columnOf = (cells: ReadonlyMap<string, Cell>, task: Task): number => cells.get(keyOf(task))?.column ?? 0;

interface TaskRowProps {
  readonly task: Task;
  readonly label: string;
  readonly edges: readonly FlowEdge[];
  readonly labels: ReadonlyMap<string, string>;
}

function TaskRow({ task, label, edges, labels }: TaskRowProps) {
  const into = edges.filter(({ to }) => to === keyOf(task));
  const named = (wanted: readonly FlowEdge[]) => wanted.map(({ from }) => labels.get(from) ?? from).join(', ');
  return (
    <tr>
      <td>
        <JobLink job={task} label={label} />
      </td>
      <td data-tight>
        <RunMark state={task.recentRuns[0]?.state ?? 'NEVER'} />
      </td>
      <td data-tight>
        <RunBars runs={task.recentRuns} room={12} />
      </td>
      <td className="muted">{named(into.filter(({ isControl }) => isControl))}</td>
      <td className="muted">{named(into.filter(({ isData }) => isData))}</td>
      <td data-align="end" data-tight>
        {typeof task.health.medianSeconds === 'number' ? spanWords(task.health.medianSeconds) : '–'}
      </td>
      <td data-align="end" data-tight>
        <Failures health={task.health} />
      </td>
    </tr>
  );
}
