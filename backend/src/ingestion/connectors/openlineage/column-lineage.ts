import type { Facet, Named } from '../../../shared/pipeline-event';
import { EDGE_SUBTYPES, type EdgeKind, type EdgeSubtype } from '../../../shared/vocabulary';
import { listIn, objectIn, textIn } from './said';

/** One column of an output and a column it comes from. */
export interface ColumnOrigin {
  readonly from: Named;
  readonly column: string;
  readonly toColumn: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

interface Way {
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

/** What a `columnLineage` facet says; `whole`: datasets of which some column affects all of the output (filter, join …). */
export function columnLineage(facet: Facet): { readonly columns: ColumnOrigin[]; readonly whole: readonly Named[] } {
  const whole = listIn(facet['dataset']).flatMap((input) => originOf(objectIn(input))?.from ?? []);
  return { columns: columnOrigins(facet), whole };
}

/** Column edges of a `columnLineage` facet, in its order; what has no dataset or column is left out. */
export function columnOrigins(facet: Facet): ColumnOrigin[] {
  return Object.entries(objectIn(facet['fields'])).flatMap(([toColumn, said]) => {
    const field = objectIn(said);
    return listIn(field['inputFields']).flatMap((input) => {
      const origin = originOf(objectIn(input));
      return origin === null || toColumn === '' ? [] : [{ ...origin, toColumn, ...wayOf(objectIn(input), field) }];
    });
  });
}

/** Null for an input that names no dataset or no column. */
export function originOf(input: Facet): { readonly from: Named; readonly column: string } | null {
  const namespace = textIn(input['namespace']);
  const name = textIn(input['name']);
  const column = textIn(input['field']);
  return namespace === null || name === null || column === null ? null : { from: { namespace, name }, column };
}

/** How a column gets into another: the most direct of its ways; masked only when every such way masks. */
export function wayOf(input: Facet, field: Facet): Way {
  const ways = listIn(input['transformations']).map((said) => transformation(objectIn(said)));
  if (ways.length === 0) return wayOfDeprecated(field);
  const direct = ways.filter(({ kind }) => kind === 'DIRECT');
  const counting = direct.length > 0 ? direct : ways;
  const first = counting.toSorted((one, other) => RANK(one) - RANK(other))[0] ?? UNKNOWN;
  return { ...first, masking: counting.every(({ masking }) => masking) };
}

const UNKNOWN: Way = { kind: 'DIRECT', subtype: 'TRANSFORMATION', masking: false };
const RANK = ({ subtype }: Way): number => EDGE_SUBTYPES.indexOf(subtype);

function transformation(said: Facet): Way {
  const subtype = EDGE_SUBTYPES.find((one) => one === textIn(said['subtype'])?.toUpperCase());
  const kind: EdgeKind = textIn(said['type'])?.toUpperCase() === 'INDIRECT' ? 'INDIRECT' : 'DIRECT';
  return {
    kind,
    subtype: subtype ?? (kind === 'DIRECT' ? 'TRANSFORMATION' : 'CONDITIONAL'),
    masking: said['masking'] === true,
  };
}

/** `transformationType` of the field, from before transformations were said one by one. */
function wayOfDeprecated(field: Facet): Way {
  const type = textIn(field['transformationType'])?.toUpperCase();
  if (type === 'IDENTITY') return { ...UNKNOWN, subtype: 'IDENTITY' };
  return { ...UNKNOWN, masking: type === 'MASKED' };
}
