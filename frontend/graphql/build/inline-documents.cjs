// Puts into a `*.query.ts` the texts of its own documents, where the generated `graphql` would look them up in the list of
// all. So a page carries what its features ask, and nobody else's questions. A loader of the bundler; types are not touched.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const TEXTS = join(__dirname, '../generated/documents.json');
const IMPORT = /^import \{ graphql \} from '[./]+\/graphql\/generated';$/m;
const DOCUMENT = /\bgraphql\(`\s*(query|mutation|fragment)\s+(\w+)[^`]*`\)/g;

/** @this {{ addDependency(path: string): void }} @param {string} source */
module.exports = function inlineDocuments(source) {
  this.addDependency(TEXTS);
  const texts = JSON.parse(readFileSync(TEXTS, 'utf8'));
  // The text of a fragment is in the operations that spread it.
  const inlined = source.replace(DOCUMENT, (_call, kind, name) =>
    kind === 'fragment' ? 'undefined' : JSON.stringify(textOf(texts, name)),
  );
  if (/\bgraphql\(/.test(inlined))
    throw new Error('A document is written as graphql(`query|mutation|fragment Name …`).');
  return inlined.replace(IMPORT, '');
};

function textOf(texts, name) {
  if (!(name in texts)) throw new Error(`${name} is not among the generated documents: npm run generate`);
  return texts[name];
}
