const { availableParallelism } = require('node:os');
const { join } = require('node:path');

// Jest's processes, and the worker threads that tests start, load the sources as they are.
const preload = `--require ${JSON.stringify(join(__dirname, 'test/warm/load-typescript.cjs'))}`;
if (!process.env.NODE_OPTIONS?.includes(preload)) {
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, preload].filter(Boolean).join(' ');
}
// With one worker there is no process but this one, which was started without it.
require('./test/warm/load-typescript.cjs');

const common = {
  rootDir: __dirname,
  testEnvironment: join(__dirname, 'test/warm/environment.cjs'),
  transform: { '^.+\\.[jt]s$': ['@swc/jest', {}] },
  runtime: join(__dirname, 'test/warm/runtime.cjs'),
};

/** unit: pure files beside their specs; db: stores and the API on a real Postgres; corpus: real documents, when the folder is there. */
module.exports = {
  // A guard against what never ends, not a measurement: on a busy machine a property test takes many seconds.
  testTimeout: 60_000,
  // Two even on two cores: while one waits for Postgres the other works.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  projects: [
    { ...common, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...common,
      displayName: 'db',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/test/corpus/'],
      globalSetup: '<rootDir>/test/given/start-postgres.cjs',
      globalTeardown: '<rootDir>/test/given/stop-postgres.cjs',
    },
    {
      ...common,
      displayName: 'corpus',
      testMatch: ['<rootDir>/test/corpus/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/given/start-postgres.cjs',
      globalTeardown: '<rootDir>/test/given/stop-postgres.cjs',
    },
  ],
};
