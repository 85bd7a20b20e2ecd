import type { FacetField } from '../search';
import type { SearchSelection, Terms } from '../search-selection';
import { FACT_FIELDS, type AssetFacts, type DocumentFacts, type FactField } from './document-facts';
import type { FactsTable } from './facts-table';

/** What a selection says of one value. OUT: no document with it is a hit; MISSES: its own facet still counts it. */
export const [OUT, MISSES, FITS] = [0, 1, 2] as const;
export type Verdict = typeof OUT | typeof MISSES | typeof FITS;

/** What a selection says of each value of each field, by number. */
export type Verdicts = Readonly<Record<FactField, readonly Verdict[]>>;

/**
 * Judges every value that occurs, once, as `search_misses`, `search_document_fits` and `search_asset_fits` of the
 * database judge documents.
 */
export function judgeFacts({ values }: FactsTable, selection: SearchSelection): Verdicts {
  const judgeTexts = (field: TextField): Verdict[] => {
    const wanted = wantedOf(field, selection);
    return values[field].values.map((value) => judge([spelt(field, value ?? 'none')], value !== null, wanted));
  };
  const judgeLists = (field: 'tag' | 'source', lists: readonly (readonly string[])[]): Verdict[] => {
    const wanted = wantedOf(field, selection);
    return lists.map((list) =>
      judge(
        list.map((text) => spelt(field, text)),
        list.length > 0,
        wanted,
      ),
    );
  };
  return {
    type: judgeTexts('type'),
    platform: judgeTexts('platform'),
    namespace: judgeTexts('namespace'),
    layer: judgeTexts('layer'),
    owner: judgeTexts('owner'),
    classification: judgeTexts('classification'),
    tags: judgeLists('tag', values.tags.values),
    sources: judgeLists('source', values.sources.values),
    ofAsset: values.ofAsset.values.map((facts) => (fitsAsset(facts, selection.assetTerms ?? {}) ? FITS : OUT)),
  };
}

/** The fields that a list of the selection speaks of. */
export const LISTED = FACT_FIELDS.filter((field) => field !== 'ofAsset');

type TextField = Extract<FacetField, keyof DocumentFacts>;

/** What a selection says of one field. */
interface Wanted {
  readonly list: readonly string[] | null;
  readonly excluded: readonly string[];
  readonly mustHave: boolean;
  readonly mustLack: boolean;
}

function wantedOf(field: TextField | 'tag' | 'source', selection: SearchSelection): Wanted {
  const { has = [], missing = [], excluded = {} } = selection.documentTerms ?? {};
  const [mustHave, mustLack] = [has.includes(field), missing.includes(field)];
  return { list: selection[field], excluded: excluded[field] ?? [], mustHave, mustLack };
}

/** `texts` are a value as filters spell it; `isThere` is false for none. */
function judge(texts: readonly string[], isThere: boolean, { list, excluded, mustHave, mustLack }: Wanted): Verdict {
  if (meet(texts, excluded) || (isThere ? mustLack : mustHave)) return OUT;
  return list === null || meet(texts, list) ? FITS : MISSES;
}

/** Owners and tags are compared in lower case. */
const spelt = (field: FacetField, text: string): string =>
  field === 'owner' || field === 'tag' ? text.toLowerCase() : text;

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => others.includes(one));

type Presence = 'description' | 'column' | 'upstream' | 'downstream';
const PRESENCES: readonly Presence[] = ['description', 'column', 'upstream', 'downstream'];

function fitsAsset(facts: AssetFacts, terms: Terms): boolean {
  const { has = [], missing = [] } = terms;
  const isPresent = PRESENCES.every((field) => (facts[field] ? !missing.includes(field) : !has.includes(field)));
  return isPresent && fitsStatus(facts, terms) && fitsClassification(facts, terms);
}

const fitsStatus = ({ status }: AssetFacts, { status: wanted, excluded }: Terms): boolean =>
  (wanted === undefined || wanted.includes(status)) && excluded?.status?.includes(status) !== true;

function fitsClassification({ level, categories }: AssetFacts, { classification, excluded }: Terms): boolean {
  if (meet(categories, excluded?.classification ?? [])) return false;
  return classification === undefined || meet(level === null ? categories : [...categories, level], classification);
}
