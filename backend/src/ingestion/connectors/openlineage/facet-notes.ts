import type { EventNote, Facet } from '../../../shared/pipeline-event';

type Kind = 'text' | 'number' | 'list' | 'object';
/** `!`: must be there. */
type Shape = Readonly<Record<string, Kind | `${Kind}!`>>;

const COUNTS: Shape = { rowCount: 'number', size: 'number', fileCount: 'number' };

/** What OpenLineage asks of its own facets, as far as anybody here relies on it. */
const SHAPES: Readonly<Record<string, Shape>> = {
  schema: { fields: 'list' },
  columnLineage: { fields: 'object!' },
  dataQualityMetrics: { columnMetrics: 'object!', rowCount: 'number', bytes: 'number' },
  dataQualityAssertions: { assertions: 'list!' },
  inputStatistics: COUNTS,
  outputStatistics: COUNTS,
  ownership: { owners: 'list' },
  documentation: { description: 'text!' },
  lifecycleStateChange: { lifecycleStateChange: 'text!', previousIdentifier: 'object' },
  symlinks: { identifiers: 'list' },
  version: { datasetVersion: 'text!' },
  datasetType: { datasetType: 'text!' },
  storage: { storageLayer: 'text!' },
  catalog: { framework: 'text!', type: 'text!', name: 'text!' },
  hierarchy: { hierarchy: 'list!' },
  tags: { tags: 'list' },
  jobType: { processingType: 'text!', integration: 'text!' },
  sql: { query: 'text!' },
  sourceCode: { language: 'text!', sourceCode: 'text!' },
  sourceCodeLocation: { type: 'text!', url: 'text!' },
  nominalTime: { nominalStartTime: 'text!', nominalEndTime: 'text' },
  errorMessage: { message: 'text!', programmingLanguage: 'text!', stackTrace: 'text' },
  extractionError: { totalTasks: 'number!', failedTasks: 'number!', errors: 'list!' },
  externalQuery: { externalQueryId: 'text!', source: 'text!' },
  processing_engine: { version: 'text!', name: 'text' },
  jobDependencies: { upstream: 'list', downstream: 'list' },
  test: { tests: 'list!' },
};

const WORDS: Readonly<Record<Kind, string>> = {
  text: 'a text',
  number: 'a number',
  list: 'a list',
  object: 'an object',
};

/** What is wrong with a facet of the standard, at its `field` of the event; it is kept as it was sent. Empty for foreign ones. */
export function notesOn(name: string, facet: Facet, field: string): EventNote[] {
  const shape = SHAPES[name];
  if (shape === undefined || facet['_deleted'] === true) return [];
  return Object.entries(shape).flatMap(([key, wanted]) => {
    const isNeeded = wanted.endsWith('!');
    const kind = wanted.replace('!', '') as Kind;
    const value = facet[key];
    if (value === undefined || value === null) {
      return isNeeded ? [{ field: `${field}.${key}`, reason: 'is missing; the facet is kept as sent' }] : [];
    }
    if (kindOf(value) === kind) return [];
    return [{ field: `${field}.${key}`, reason: `must be ${WORDS[kind]}; kept as sent and not counted` }];
  });
}

function kindOf(value: unknown): Kind | null {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'object' ? 'object' : null;
}
