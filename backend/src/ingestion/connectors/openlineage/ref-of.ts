import type { Named } from '../../../shared/pipeline-event';
import type { AssetRef } from '../../metadata-patch';

/** Points at what an event names: a job to the letter, a dataset by the rules of its platform. */
export const refOf = ({ namespace, name }: Named, kind: 'DATASET' | 'JOB' = 'DATASET'): AssetRef =>
  kind === 'JOB'
    ? { spelling: { namespace, name, quoting: 'NONE' }, isJob: true }
    : { spelling: { namespace, name, quoting: 'UNKNOWN' } };
