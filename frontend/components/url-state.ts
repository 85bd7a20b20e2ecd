import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server';

export const ASSET_TABS = [
  'overview',
  'columns',
  'lineage',
  'runs',
  'quality',
  'policies',
  'history',
  'sources',
  'sql',
] as const;
export type AssetTab = (typeof ASSET_TABS)[number];
export const SORTS = ['relevance', 'name', 'updated'] as const;
export const DELIVERY_STATUSES = ['receiving', 'pending', 'processed', 'deduplicated', 'dead'] as const;

/**
 * Every parameter an address of ours may carry, by page: its name, how it is read, its default.
 *
 * Defaults are left out of addresses, what cannot be read falls back to the default, what is not listed survives.
 * `push` marks a step that Back undoes: a tab, a filter, a selection. Typing and sliding replace.
 */
export const searchParams = {
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(SORTS).withDefault('relevance').withOptions({ history: 'push' }),
  after: parseAsString.withOptions({ history: 'push' }),
};

export const assetParams = {
  tab: parseAsStringLiteral(ASSET_TABS).withDefault('overview').withOptions({ history: 'push' }),
  col: parseAsString.withOptions({ history: 'push' }),
  q: parseAsString.withDefault(''),
  base: parseAsInteger.withOptions({ history: 'push' }),
  version: parseAsInteger.withOptions({ history: 'push' }),
  /** As it was at a moment; absent for now. */
  at: parseAsIsoDateTime.withOptions({ history: 'push' }),
};

export const ingestionParams = {
  status: parseAsStringLiteral(DELIVERY_STATUSES).withOptions({ history: 'push' }),
  connector: parseAsString.withOptions({ history: 'push' }),
  after: parseAsString.withOptions({ history: 'push' }),
};

export const RUN_STATES = ['new', 'running', 'completed', 'failed', 'aborted', 'stale', 'unknown'] as const;
const strings = parseAsArrayOf(parseAsString).withDefault([]).withOptions({ history: 'push' });

export const pipelinesParams = {
  q: parseAsString.withDefault(''),
  state: parseAsArrayOf(parseAsStringLiteral(RUN_STATES)).withDefault([]).withOptions({ history: 'push' }),
  integration: strings,
  namespace: strings,
  owner: strings,
  late: parseAsBoolean.withDefault(false).withOptions({ history: 'push' }),
  /** Whole pipelines, or their tasks and models too. */
  level: parseAsStringLiteral(['pipelines', 'all']).withDefault('pipelines').withOptions({ history: 'push' }),
  after: parseAsString.withOptions({ history: 'push' }),
};
export type PipelinesState = inferParserType<typeof pipelinesParams>;

/** A stretch of a run in seconds after its start, as `60-180`; and what its bars are held against. */
export const runParams = {
  z: parseAsString.withOptions({ history: 'replace' }),
  cmp: parseAsStringLiteral(['none', 'median']).withDefault('none').withOptions({ history: 'push' }),
};

export const listParams = { after: parseAsString.withOptions({ history: 'push' }), q: parseAsString.withDefault('') };

export const CHANGES = ['drop', 'rename', 'retype', 'deprecate'] as const;
export const CHANGE_CLASSES = ['breaking', 'maybe', 'safe'] as const;

export const impactParams = {
  asset: parseAsString,
  column: parseAsString,
  change: parseAsStringLiteral(CHANGES).withDefault('drop'),
  class: parseAsStringLiteral(CHANGE_CLASSES),
  after: parseAsString,
};

export const loadSearch = createLoader(searchParams);
export const loadAsset = createLoader(assetParams);
export const loadImpact = createLoader(impactParams);
export const loadIngestion = createLoader(ingestionParams);
export const loadPipelines = createLoader(pipelinesParams);
export const loadRun = createLoader(runParams);
export const loadList = createLoader(listParams);
export const withSearch = createSerializer(searchParams);
export const withAsset = createSerializer(assetParams);
export const withImpact = createSerializer(impactParams);
export const withIngestion = createSerializer(ingestionParams);
export const withPipelines = createSerializer(pipelinesParams);
export const withRun = createSerializer(runParams);
