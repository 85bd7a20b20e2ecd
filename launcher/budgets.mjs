// @ts-check
// The budgets of the code that neither ESLint nor dependency-cruiser checks; `npm run arch` runs it.
import { budgets } from './budgets/rules.mjs';
import { undescribedParts } from './budgets/schema.mjs';
import { readSources } from './budgets/sources.mjs';

const sources = readSources();
const api = await undescribedParts();
const results = [
  ...budgets.map(({ name, breaches }) => ({ name, found: breaches(sources) })),
  { name: 'every type and field of the API is described', found: api },
];
for (const { name, found } of results.filter((result) => result.found.length > 0)) {
  console.error(`✖ ${name}`);
  for (const breach of found) console.error(`    ${breach}`);
}
const failed = results.filter((result) => result.found.length > 0).length;
console.log(`${sources.length} files, budgets: ${results.length - failed} kept, ${failed} broken`);
process.exitCode = failed > 0 ? 1 : 0;
