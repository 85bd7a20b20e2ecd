import type { Facet, Named } from '../../../shared/pipeline-event';
import type { EdgeKind } from '../../../shared/vocabulary';
import { wayOf, type ColumnOrigin } from './column-lineage';
import { listIn, objectIn, textIn } from './said';

/** One end of a way of data; `place` null: the event's own job, or the dataset that the facet is about. */
export interface LineageEnd {
  readonly kind: 'DATASET' | 'JOB';
  readonly place: Named | null;
}

/** What goes into one target; nothing: it has no upstream that anybody follows. */
export interface LineageTarget {
  readonly target: LineageEnd;
  readonly inputs: readonly { readonly from: LineageEnd; readonly kind: EdgeKind }[];
  readonly columns: readonly ColumnOrigin[];
}

/**
 * The targets of a `lineage` facet: its `entries` where a job carries it, else the one dataset that carries it.
 * What names neither a dataset nor a job is left out.
 */
export function explicitLineage(facet: Facet): readonly LineageTarget[] {
  if (facet['entries'] === undefined) return [targetOf({ kind: 'DATASET', place: null }, facet)];
  return listIn(facet['entries']).flatMap((said) => {
    const entry = objectIn(said);
    const target = endOf(entry);
    return target === null ? [] : [targetOf(target, entry)];
  });
}

function endOf(said: Facet): LineageEnd | null {
  const kind = textIn(said['type'])?.toUpperCase() === 'JOB' ? 'JOB' : 'DATASET';
  const namespace = textIn(said['namespace']);
  const name = textIn(said['name']);
  if (namespace !== null && name !== null) return { kind, place: { namespace, name } };
  return kind === 'JOB' && namespace === null && name === null ? { kind, place: null } : null;
}

function targetOf(target: LineageEnd, said: Facet): LineageTarget {
  const fields = Object.entries(objectIn(said['fields'])).map(
    ([column, field]) => [column, listIn(objectIn(field)['inputs']).map(objectIn)] as const,
  );
  const whole = listIn(said['inputs']).map(objectIn);
  return {
    target,
    inputs: [...whole, ...fields.flatMap(([, inputs]) => inputs)].flatMap((input) => {
      const from = endOf(input);
      return from === null ? [] : [{ from, kind: wayOf(input, {}).kind }];
    }),
    columns: fields.flatMap(([column, inputs]) => inputs.flatMap((input) => columnOf(column, input))),
  };
}

function columnOf(toColumn: string, input: Facet): ColumnOrigin[] {
  const from = endOf(input);
  const column = textIn(input['field']);
  if (from?.kind !== 'DATASET' || from.place === null || column === null || toColumn === '') return [];
  return [{ from: from.place, column, toColumn, ...wayOf(input, {}) }];
}
