import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { bytes, count } from '../../components/text/numbers';
import type { RunUseFragment } from '../../graphql/generated/graphql';
import { PlaceLink } from './places';
import styles from './pipelines.module.css';

const HEAD = [
  'Dataset',
  { label: 'Rows', align: 'end' },
  { label: 'Size', align: 'end' },
  { label: 'Files', align: 'end' },
  'Version',
] as const;

interface UsesPanelProps {
  readonly title: string;
  readonly uses: readonly RunUseFragment[];
  readonly none: string;
}

/** What a run read or wrote, with as much as it counted. */
export function UsesPanel({ title, uses, none }: UsesPanelProps) {
  return (
    <Panel title={title} isFlush aside={<span className="num subtle">{count(uses.length)}</span>}>
      {uses.length === 0 ? (
        <p className={styles['note']}>{none}</p>
      ) : (
        <Table label={title} head={HEAD}>
          {uses.map((use) => (
            <tr key={`${use.namespace} ${use.name}`}>
              <td>
                <PlaceLink place={use} />
              </td>
              <td data-align="end">{counted(use.rowCount, count)}</td>
              <td data-align="end">{counted(use.byteCount, bytes)}</td>
              <td data-align="end">{counted(use.fileCount, count)}</td>
              <td className="mono muted">{use.version}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

function counted(value: number | null | undefined, words: (value: number) => string): string {
  return typeof value === 'number' ? words(value) : '';
}
