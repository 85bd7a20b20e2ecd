import type { Facet } from '../../shared/pipeline-event';
import type { DatasetFold } from './records';
import { isLater, latest } from './register';

/** Whether a `lifecycleStateChange` facet says that the dataset is gone. */
const isDrop = (facet: Facet | undefined): boolean =>
  typeof facet?.['lifecycleStateChange'] === 'string' && facet['lifecycleStateChange'].toUpperCase() === 'DROP';

/** The fold with one more event that writes the dataset, or says that it is dropped. */
export function foldLife(
  fold: DatasetFold,
  facet: Facet | undefined,
  at: number,
  hash: string,
  run: string,
): DatasetFold {
  return isDrop(facet)
    ? { ...fold, dropped: latest(fold.dropped, [at, hash, run]) }
    : { ...fold, written: latest(fold.written, [at, hash, run]) };
}

/** Dropped, and not written since; what one run drops and writes it replaces. */
export function isDropped({ dropped, written }: DatasetFold): boolean {
  if (dropped === undefined) return false;
  if (written === undefined) return true;
  return isLater(dropped, written) && (dropped[2] === '' || dropped[2] !== written[2]);
}
