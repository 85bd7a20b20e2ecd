export { Breather } from './breather';
export { readSections, type JsonEntry, type ReadOptions, type SectionMode } from './read-sections';
export { parseStorable } from './storable';
export { ScanProblem, ValueScanner } from './value-scanner';
