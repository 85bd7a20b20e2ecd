import { lookOf } from '../../components/run/run-state';
import type { Cell, FlowEdge } from './task-flow';
import styles from './task-picture.module.css';

/** A task as it is drawn. */
export interface DrawnTask {
  readonly key: string;
  readonly label: string;
  readonly state: string;
}

interface TaskPictureProps {
  readonly tasks: readonly DrawnTask[];
  readonly edges: readonly FlowEdge[];
  readonly cells: ReadonlyMap<string, Cell>;
}

const BOX = { width: 176, height: 30, gapX: 44, gapY: 12 };
const LONGEST_LABEL = 23;

/** Tasks from left to right: dashed where one only waits for another, solid where data go along. */
export function TaskPicture({ tasks, edges, cells }: TaskPictureProps) {
  const at = (key: string) => placeOf(cells.get(key) ?? { column: 0, row: 0 });
  const columns = Math.max(...[...cells.values()].map(({ column }) => column)) + 1;
  const rows = Math.max(...[...cells.values()].map(({ row }) => row)) + 1;
  const width = columns * (BOX.width + BOX.gapX) - BOX.gapX + 2;
  const height = rows * (BOX.height + BOX.gapY) - BOX.gapY + 2;
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Picture of the tasks">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${String(tasks.length)} tasks; the table has the same`}
      >
        <Arrow />
        {edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            className={styles['edge']}
            data-data={edge.isData || undefined}
            d={curve(at(edge.from), at(edge.to))}
            markerEnd="url(#task-arrow)"
          />
        ))}
        {tasks.map((task) => (
          <Box key={task.key} task={task} {...at(task.key)} />
        ))}
      </svg>
    </div>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const placeOf = ({ column, row }: Cell): Point => ({
  x: 1 + column * (BOX.width + BOX.gapX),
  y: 1 + row * (BOX.height + BOX.gapY),
});

function curve(from: Point, to: Point): string {
  const [x1, y1] = [from.x + BOX.width, from.y + BOX.height / 2];
  const [x2, y2] = [to.x - 3, to.y + BOX.height / 2];
  const bend = Math.max(18, (x2 - x1) / 2);
  const numbers = [x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2].map(String);
  return `M${numbers.slice(0, 2).join(' ')}C${numbers.slice(2).join(' ')}`;
}

function Arrow() {
  return (
    <defs>
      <marker id="task-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
        <path className={styles['head']} d="M0 0.5 7.5 4 0 7.5z" />
      </marker>
    </defs>
  );
}

function Box({ task, x, y }: { readonly task: DrawnTask } & Point) {
  const { sign, tone, word } = lookOf(task.state);
  const short = task.label.length > LONGEST_LABEL ? `${task.label.slice(0, 11)}…${task.label.slice(-11)}` : task.label;
  return (
    <g className={styles['task']} data-tone={tone}>
      <title>{`${task.label}: ${word}`}</title>
      <rect x={x} y={y} width={BOX.width} height={BOX.height} rx={6} />
      <text className={styles['sign']} x={x + 15} y={y + 19.5} textAnchor="middle">
        {sign}
      </text>
      <text x={x + 28} y={y + 19.5}>
        {short}
      </text>
    </g>
  );
}
