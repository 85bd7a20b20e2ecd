// @ts-check
/** @typedef {import('./counts.mjs').Runner} Runner */

/**
 * One part of `npm test`.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {Runner} runner
 * @property {readonly string[]} scripts of package.json, one after the other; all run even when one fails
 */

/** Written by tools, read by the checks: types of the API and of the pages. @type {Step} */
export const GENERATE = { title: 'Generated types', runner: 'check', scripts: ['generate'] };

/**
 * Independent of one another, so two run at a time, the long ones first. Steps of one row follow each other: a build
 * rewrites what the type check reads.
 *
 * @type {readonly (readonly Step[])[]}
 */
export const INDEPENDENT = [
  [
    { title: 'Types', runner: 'check', scripts: ['types'] },
    { title: 'Build', runner: 'check', scripts: ['build:stale'] },
  ],
  [{ title: 'Database and API', runner: 'jest', scripts: ['test:db'] }],
  [{ title: 'Lint', runner: 'check', scripts: ['lint'] }],
  [{ title: 'Unit', runner: 'jest', scripts: ['test:unit'] }],
  [{ title: 'Launcher and command line', runner: 'node', scripts: ['test:node'] }],
  [{ title: 'Format', runner: 'check', scripts: ['format:check'] }],
  [{ title: 'Architecture', runner: 'check', scripts: ['arch:imports'] }],
  [{ title: 'Budgets', runner: 'check', scripts: ['arch:budgets'] }],
];

/** In a browser, against what was built. @type {Step} */
export const JOURNEYS = { title: 'Journeys in a browser', runner: 'playwright', scripts: ['test:e2e'] };
