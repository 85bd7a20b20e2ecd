const { TestEnvironment } = require('jest-environment-node');

/** What is asked for with `instanceof`: a test and the sources that it does not share a realm with must mean the same. */
const SHARED = { Error, TypeError, RangeError, SyntaxError, AggregateError, Date, Map, Set, Promise, Reflect };

/** Jest's environment for Node, with the built-in classes of the process; see runtime.cjs. */
module.exports = class WarmEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, SHARED);
  }
};
