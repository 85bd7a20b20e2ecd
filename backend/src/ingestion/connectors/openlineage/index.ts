export { problemOf, describeProblem, type EventProblem } from './check-event';
export { identityOf } from './identity';
export { checksOf, type CheckedDataset } from './map-checks';
export { openLineageFacets } from './facet-reader';
export { DATASET_FACETS, datasetKey, datasetStatement } from './map-dataset';
export { JOB_FACETS, jobKey, jobStatement } from './map-job';
export { readEvent, runIdOf, UnreadableEvent, type ReadEvent } from './read-event';
export { splitLines, splitList, UnreadableList } from './split-events';
