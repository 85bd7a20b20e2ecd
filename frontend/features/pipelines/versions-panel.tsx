import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { ShownJob } from './job-facts';
import { describeVersion } from './describe-version';

const HEAD = [
  'What it reads and writes',
  { label: 'Runs', align: 'end' },
  { label: 'First', align: 'end' },
  { label: 'Last', align: 'end' },
] as const;

/** What a job read and wrote over time; shown once there was more than one way. */
export function VersionsPanel({ versions }: { readonly versions: ShownJob['versions'] }) {
  if (versions.length < 2) return null;
  return (
    <Panel title="Versions" isFlush aside={<span className="num subtle">{count(versions.length)}</span>}>
      <Table label="Versions" head={HEAD}>
        {versions.map((version, index) => (
          <tr key={version.id}>
            <td>
              {describeVersion(version, versions[index + 1] ?? null)}
              {version.isCurrent && <span className="subtle"> · now</span>}
            </td>
            <td data-align="end" data-tight>
              {count(version.times)}
            </td>
            <td data-align="end" data-tight className="muted">
              <TimeAgo at={version.firstSeen} />
            </td>
            <td data-align="end" data-tight className="muted">
              <TimeAgo at={version.lastSeen} />
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
