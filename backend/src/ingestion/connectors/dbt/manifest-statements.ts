import type { z } from 'zod';

import { readSections, type JsonEntry } from '../../../shared/json-stream';
import type { NoteStatement, Statement } from '../../metadata-patch';
import type { DeliveryPart } from '../connector';
import { exposureStatements } from './exposure-statements';
import { shown, understand } from './lenient';
import type { ManifestContext } from './manifest-context';
import { RESOURCE_SECTIONS } from './manifest-index';
import { note } from './metadata';
import { nodeStatements } from './node-statements';
import { metricStatements, savedQueryStatements, semanticModelStatements } from './semantic-statements';
import { Exposure, Metric, Node, SavedQuery, SemanticModel } from './shapes';
import { testRule } from './test-rules';
import { resourceTypeOf } from './unique-id';

const BATCH = 200;

/** Postgres indexes names up to about 2,700 bytes; nothing real comes near this. */
const MAX_ID_BYTES = 1500;

type Reader = (uniqueId: string, raw: unknown, context: ManifestContext) => readonly Statement[];

/** One reader per resource type, by the first word of the unique_id. */
const READERS: Readonly<Record<string, Reader>> = {
  model: reader(Node, nodeStatements),
  seed: reader(Node, nodeStatements),
  snapshot: reader(Node, nodeStatements),
  source: reader(Node, nodeStatements),
  analysis: reader(Node, nodeStatements),
  function: reader(Node, nodeStatements),
  test: reader(Node, testRule),
  unit_test: reader(Node, testRule),
  exposure: reader(Exposure, exposureStatements),
  metric: reader(Metric, metricStatements),
  semantic_model: reader(SemanticModel, semanticModelStatements),
  saved_query: reader(SavedQuery, savedQueryStatements),
};

/** Known to dbt and no thing of the catalog's: hooks. */
const HOOKS = new Set(['operation', 'sql_operation']);

/** Everything a manifest says, entry by entry; an entry that cannot be understood is refused by itself. */
export async function* manifestStatements(
  part: DeliveryPart,
  context: ManifestContext,
): AsyncGenerator<readonly Statement[]> {
  let batch: Statement[] = [...context.index.notes];
  const modeOf = (section: string): 'entries' | 'skip' => (RESOURCE_SECTIONS.has(section) ? 'entries' : 'skip');
  for await (const entry of readSections(part.open(), { part: part.name, modeOf })) {
    batch.push(...statementsOf(entry, context));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield [...batch, ...context.stubs()];
}

function statementsOf({ key: uniqueId, value }: JsonEntry, context: ManifestContext): readonly Statement[] {
  if (Buffer.byteLength(uniqueId) > MAX_ID_BYTES) {
    return [
      note(
        context.key(uniqueId.slice(0, 200)),
        `its unique_id is longer than ${String(MAX_ID_BYTES)} bytes`,
        'REFUSED',
      ),
    ];
  }
  const type = resourceTypeOf(uniqueId);
  if (HOOKS.has(type)) return [note(context.key(uniqueId), 'a hook of the project is no asset; left out')];
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  return (
    read?.(uniqueId, value, context) ?? [
      note(context.key(uniqueId), `resource type "${type.slice(0, 100)}" is not known; left out`),
    ]
  );
}

/** Understands an entry as its type, then turns it into statements, with a note for what had to be left out. */
function reader<T>(
  shape: z.ZodType<T>,
  toStatements: (uniqueId: string, resource: T, context: ManifestContext) => readonly Statement[],
): Reader {
  return (uniqueId, raw, context) => {
    const key = context.key(uniqueId);
    const understood = understand(shape, raw);
    if (!understood.ok) return [note(key, `not understood: ${understood.reason}`, 'REFUSED')];
    const statements = toStatements(uniqueId, understood.value, context);
    return [...statements, ...oddityNote(key, understood.oddities)];
  };
}

function oddityNote(key: string, oddities: readonly string[]): readonly NoteStatement[] {
  return oddities.length > 0 ? [note(key, `left out: ${shown(oddities)}`)] : [];
}
