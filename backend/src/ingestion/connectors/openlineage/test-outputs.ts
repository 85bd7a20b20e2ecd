import type { EventNote, SaidDataset, SaidJob } from '../../../shared/pipeline-event';
import { textIn } from './said';

/** Where dbt keeps the failures of its tests, if it keeps them: nobody reads these relations but the test. */
const AUDIT = /(?:^|[._])dbt_test__audit(?:$|\.)/i;

/** The outputs of a job less the relations that dbt names for each of its tests, whether it writes them or not. */
export function withoutAudits(
  job: SaidJob | null,
  outputs: readonly SaidDataset[],
  notes: EventNote[],
): readonly SaidDataset[] {
  const type = textIn(job?.facets['jobType']?.['jobType'])?.toUpperCase();
  if (type !== 'TEST' || !outputs.some(({ name }) => AUDIT.test(name))) return outputs;
  return outputs.filter(({ name }, index) => {
    if (!AUDIT.test(name)) return true;
    notes.push({ field: `outputs[${index.toString()}]`, reason: 'is where dbt keeps failures of a test; no dataset' });
    return false;
  });
}
