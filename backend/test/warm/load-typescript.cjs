// Lets Node load the backend's TypeScript as it is: in Jest's processes, and in worker threads that a test starts.
const { resolve } = require('node:path');
const { transformFileSync } = require('@swc/core');

const cwd = resolve(__dirname, '../..');
process.setSourceMapsEnabled(true);
require.extensions['.ts'] = (module, file) => {
  module._compile(transformFileSync(file, { cwd, swcrc: true, sourceMaps: 'inline' }).code, file);
};
