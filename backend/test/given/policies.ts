import { EffectRunner } from '../../src/catalog';
import { EvaluationRunner } from '../../src/governance';
import type { GivenApp } from './app';

/** Has every effect and every due evaluation done before it returns. */
export async function settled({ app }: GivenApp): Promise<void> {
  const effects = app.get(EffectRunner);
  // Another round may be at work at the same moment: then this one has nothing to do, but there is something left.
  do await effects.settle();
  while ([...(await effects.backlog()).values()].some((waiting) => waiting > 0));
  await app.get(EvaluationRunner).settle();
}

/** A policy's text. */
export const policyText = (name: string, spec: string): string =>
  `apiVersion: tributary/v1\nkind: Policy\nmetadata: { name: ${name} }\nspec: ${spec}\n`;

/** Registers a table and classifies it or its columns; gives its id. */
export async function givenTable(
  given: GivenApp,
  name: string,
  facts: Readonly<Record<string, unknown>> = {},
  classified: Readonly<Record<string, readonly string[]>> = {},
): Promise<string> {
  const { data, errors } = await given.query<{ registerAsset: { id: string } }>(
    'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }',
    { input: { namespace: 'postgres://db.test:5432', name, type: 'TABLE', ...facts } },
  );
  if (!data) throw new Error(JSON.stringify(errors));
  const { id } = data.registerAsset;
  for (const [column, categories] of Object.entries(classified)) {
    await given.query('mutation ($input: ClassifyInput!) { classify(input: $input) { id } }', {
      input: { assetId: id, column: column === '' ? null : column, categories },
    });
  }
  return id;
}

/** Records what feeds an asset; columns as `parent.column → column`, `*` behind it for masked. */
export async function givenLineage(
  given: GivenApp,
  assetId: string,
  parents: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const columns = Object.entries(parents).flatMap(([parentAssetId, edges]) =>
    edges.map((edge) => {
      const [parentColumn = '', column = ''] = edge
        .replace('*', '')
        .split('→')
        .map((part) => part.trim());
      return { parentAssetId, parentColumn, column, masking: edge.endsWith('*') };
    }),
  );
  const { errors } = await given.query(
    'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }',
    {
      input: { assetId, parentAssetIds: Object.keys(parents), transformation: 'test', columns },
    },
  );
  if (errors) throw new Error(JSON.stringify(errors));
}
