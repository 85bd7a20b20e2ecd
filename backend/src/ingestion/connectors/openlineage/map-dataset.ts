import type { Facets } from '../../../shared/pipeline-event';
import type { AssetFacts, AssetType, ColumnClaim, Spelling } from '../../../shared/vocabulary';
import type { AssetStatement } from '../../metadata-patch';
import { declaredOrigins } from './declared-origins';
import { commonFacts, tagsOf } from './common-facts';
import { identityOf } from './identity';
import { listIn, objectIn, textIn } from './said';
import { columnsOf } from './schema-columns';
import { statementKey } from './statement-key';

/** Facets of a dataset that its statement is made of; a change of any other needs no new statement. */
export const DATASET_FACETS = [
  'schema',
  'documentation',
  'ownership',
  'tags',
  'datasetType',
  'storage',
  'catalog',
  'dataSource',
  'hierarchy',
  'symlinks',
  'lifecycleStateChange',
] as const;

/** A dataset under its canonical name, and as its producer spells it. */
export interface KnownDataset {
  readonly namespace: string;
  readonly name: string;
  readonly spelt: { readonly namespace: string; readonly name: string };
  readonly facets: Facets;
  /** `lineage` and `columnLineage`, where a dataset event carries them: they hold without a job. */
  readonly declared: Facets;
}

/** Key of a dataset's statement. */
export const datasetKey = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  statementKey('dataset', namespace, name);

/** What events say of a dataset, all of them together. */
export function datasetStatement(dataset: KnownDataset): AssetStatement {
  const { facets } = dataset;
  const origins = declaredOrigins(dataset.declared);
  const { best, others } = identityOf(dataset.spelt, facets);
  const columns = columnsOf(facets['schema'])?.map((column) => withTags(column, facets));
  return {
    kind: 'asset',
    key: datasetKey(dataset),
    subject: { spelling: { ...best, quoting: 'UNKNOWN' } },
    ...(others.length === 0 ? {} : { aliases: others.map((name): Spelling => ({ ...name, quoting: 'UNKNOWN' })) }),
    facts: factsOf(dataset),
    ...(columns === undefined ? {} : { columns }),
    ...origins,
  };
}

function withTags(column: ColumnClaim, facets: Facets): ColumnClaim {
  const tags = tagsOf(facets, column.path);
  return tags.length === 0 ? column : { ...column, tags };
}

function factsOf(dataset: KnownDataset): AssetFacts {
  const { facets } = dataset;
  const type = typeOf(dataset);
  const properties = propertiesOf(facets);
  return {
    ...commonFacts(facets),
    ...(type === null ? {} : { type }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

const TYPES: Readonly<Record<string, AssetType>> = {
  TABLE: 'TABLE',
  VIEW: 'VIEW',
  FILE: 'FILE',
  TOPIC: 'TOPIC',
  STREAM: 'STREAM',
  MODEL: 'ML_MODEL',
};

function typeOf({ namespace, facets }: KnownDataset): AssetType | null {
  const said = objectIn(facets['datasetType']);
  const type = TYPES[upper(said['datasetType'])] ?? null;
  const subType = upper(said['subType']);
  if (subType === 'TEMPORARY' || /^inmemory\b/i.test(namespace)) return 'EPHEMERAL';
  if (subType === 'MATERIALIZED') return 'MATERIALIZED_VIEW';
  return subType === 'EXTERNAL' && type === 'TABLE' ? 'EXTERNAL_TABLE' : type;
}

const upper = (value: unknown): string => textIn(value)?.toUpperCase() ?? '';

/** `hierarchy` names the levels above a table, whatever its name looks like: `database`, `schema`. The last is itself. */
function hierarchyOf(facets: Facets): Record<string, string> {
  const levels = listIn(objectIn(facets['hierarchy'])['hierarchy']).map(objectIn).slice(0, -1);
  const named = levels.flatMap((level) => {
    const type = textIn(level['type'])?.toLowerCase();
    const name = textIn(level['name']);
    return type === undefined || name === null ? [] : [[type.slice(0, 60), name] as const];
  });
  return Object.fromEntries(named.slice(0, 10));
}

/** What is worth showing beside the name. */
function propertiesOf(facets: Facets): Record<string, string> {
  const storage = objectIn(facets['storage']);
  const catalog = objectIn(facets['catalog']);
  const source = objectIn(facets['dataSource']);
  const said = {
    storageLayer: textIn(storage['storageLayer']),
    fileFormat: textIn(storage['fileFormat']),
    catalog: textIn(catalog['name']),
    catalogType: textIn(catalog['type']),
    dataSource: textIn(source['name']),
    ...hierarchyOf(facets),
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
}
