import type { Facets } from '../../../shared/pipeline-event';
import type { AssetFacts, AssetType, ColumnClaim } from '../../../shared/vocabulary';
import type { AssetStatement } from '../../metadata-patch';
import { commonFacts, tagsOf } from './common-facts';
import { objectIn, textIn } from './said';
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
] as const;

/** A dataset under its canonical name, and as its producer spells it. */
export interface KnownDataset {
  readonly namespace: string;
  readonly name: string;
  readonly spelt: { readonly namespace: string; readonly name: string };
  readonly facets: Facets;
}

/** What events say of a dataset, all of them together. */
export function datasetStatement(dataset: KnownDataset): AssetStatement {
  const { facets } = dataset;
  const columns = columnsOf(facets['schema'])?.map((column) => withTags(column, facets));
  return {
    kind: 'asset',
    key: statementKey('dataset', dataset.namespace, dataset.name),
    subject: { spelling: { ...dataset.spelt, quoting: 'UNKNOWN' } },
    facts: factsOf(facets),
    ...(columns === undefined ? {} : { columns }),
  };
}

function withTags(column: ColumnClaim, facets: Facets): ColumnClaim {
  const tags = tagsOf(facets, column.path);
  return tags.length === 0 ? column : { ...column, tags };
}

function factsOf(facets: Facets): AssetFacts {
  const type = typeOf(facets);
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

function typeOf(facets: Facets): AssetType | null {
  const said = objectIn(facets['datasetType']);
  const type = TYPES[textIn(said['datasetType'])?.toUpperCase() ?? ''] ?? null;
  const subType = textIn(said['subType'])?.toUpperCase();
  if (subType === 'MATERIALIZED') return 'MATERIALIZED_VIEW';
  return subType === 'EXTERNAL' && type === 'TABLE' ? 'EXTERNAL_TABLE' : type;
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
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
}
