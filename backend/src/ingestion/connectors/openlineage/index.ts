export { problemOf, describeProblem, type EventProblem } from './check-event';
export { openLineageFacets } from './facet-reader';
export { DATASET_FACETS, datasetStatement } from './map-dataset';
export { JOB_FACETS, jobStatement } from './map-job';
export { readEvent, UnreadableEvent, type ReadEvent } from './read-event';
export { splitLines, splitList, UnreadableList } from './split-events';
