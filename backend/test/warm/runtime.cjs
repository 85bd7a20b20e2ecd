const { createRequire, isBuiltin } = require('node:module');
const { sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const TESTS = `${sep}backend${sep}test${sep}`;

/** Tests, and what is given to them, know of Jest: it loads them anew for each file. */
const isOfTests = (path) => path.includes(TESTS) || path.endsWith('.spec.ts');

/**
 * Jest's module loader, but for one thing: the backend's sources and its packages are loaded by Node itself, once a
 * process instead of once a file. Loading them takes two seconds of a core, and no test replaces a module.
 */
module.exports = class WarmRuntime extends Runtime {
  requireModuleOrMock(from, moduleName) {
    if (isBuiltin(moduleName)) return super.requireModuleOrMock(from, moduleName);
    const load = createRequire(from);
    return isOfTests(load.resolve(moduleName)) ? super.requireModuleOrMock(from, moduleName) : load(moduleName);
  }
};
