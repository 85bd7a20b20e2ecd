import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access';
import { runPrepared, type AssertedFacts } from '../../catalog';
import { loadSql } from '../../database';

const OWN = { name: 'own-assertions', text: loadSql(__dirname, 'queries/own-assertions.sql') };

/** Something a person or token has said and not taken back. */
export interface OwnAssertion {
  readonly key: string;
  readonly assetId: string;
  readonly publicId: string;
  readonly facts: AssertedFacts;
  /** Internal ids of the parents it gives its asset; empty when it says nothing of lineage. */
  readonly upstreamIds: readonly string[];
}

interface Row {
  readonly key: string;
  readonly asset_id: string;
  readonly public_id: string;
  readonly facts: AssertedFacts;
  readonly upstream_ids: readonly string[];
}

/** What the actor has said under these keys or about these assets (internal ids); in order of key. */
export async function readOwnAssertions(
  db: EntityManager,
  actor: Pick<Actor, 'kind' | 'id'>,
  by: { readonly keys?: readonly string[]; readonly assetIds?: readonly string[] },
): Promise<OwnAssertion[]> {
  const rows = await runPrepared<Row>(db, OWN, [actor.kind, actor.id, by.keys ?? [], by.assetIds ?? []]);
  return rows.map((row) => ({
    key: row.key,
    assetId: row.asset_id,
    publicId: row.public_id,
    facts: row.facts,
    upstreamIds: row.upstream_ids,
  }));
}
