// Preloaded by jest.config.cjs: lets a worker thread that a test starts load TypeScript, as Jest does for the test itself.
const { isMainThread } = require('node:worker_threads');

if (!isMainThread) {
  const { resolve } = require('node:path');
  const { transformFileSync } = require('@swc/core');
  const cwd = resolve(__dirname, '../..');
  require.extensions['.ts'] = (module, file) => {
    module._compile(transformFileSync(file, { cwd, swcrc: true, sourceMaps: 'inline' }).code, file);
  };
}
