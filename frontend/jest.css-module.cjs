// A class name stands for itself in component specs.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : name) });
