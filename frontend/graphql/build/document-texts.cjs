// Writes the text of every operation, with the fragments it spreads, under its name: what inline-documents.cjs puts into
// the modules. A plugin of the code generator.
const { Kind, print, stripIgnoredCharacters, visit } = require('graphql');

/** @type {import('@graphql-codegen/plugin-helpers').PluginFunction} */
exports.plugin = (_schema, documents) => {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const texts = definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((each) => [each.name.value, textOf(each, fragments)]);
  return JSON.stringify(Object.fromEntries(texts), null, 2);
};

function textOf(operation, fragments) {
  const parts = new Set([operation]);
  // A set is walked to its end, that which is added meanwhile included.
  for (const part of parts) visit(part, { FragmentSpread: ({ name }) => void parts.add(fragments.get(name.value)) });
  return stripIgnoredCharacters([...parts].map(print).join('\n'));
}
