import type { EntityManager } from 'typeorm';
import { loadSql } from '../../database';
import type { AssetStatus } from '../domain/asset';
import type { DocumentFacts } from '../domain/facets/document-facts';
import { textsOf, type DocumentSearch } from './search-documents';

const FACTS = loadSql(__dirname, 'queries/document-facts.sql');
const WITH_WORDS = loadSql(__dirname, 'queries/documents-with-words.sql');

type Shared = Pick<
  DocumentFacts,
  'type' | 'platform' | 'namespace' | 'layer' | 'owner' | 'classification' | 'tags' | 'sources'
>;
interface FactsRow extends Shared {
  readonly status: AssetStatus;
  readonly categories: readonly string[];
  readonly level: string | null;
  readonly has_description: boolean;
  readonly has_columns: boolean;
  readonly is_fed: boolean;
  readonly feeds: boolean;
  readonly asset_ids: readonly number[];
}

/** Facts of documents (null: of all) and the internal ids of the assets whose documents have them. */
export async function readDocumentFacts(
  db: EntityManager,
  assetIds: readonly string[] | null,
): Promise<(readonly [DocumentFacts, readonly number[]])[]> {
  const rows = await db.query<FactsRow[]>(FACTS, [assetIds]);
  return rows.map((row) => [factsOf(row), row.asset_ids]);
}

function factsOf(row: FactsRow): DocumentFacts {
  const { type, platform, namespace, layer, owner, classification, tags, sources } = row;
  return {
    ...{ type, platform, namespace, layer, owner, classification, tags, sources },
    ofAsset: {
      status: row.status,
      categories: row.categories,
      level: row.level,
      description: row.has_description,
      column: row.has_columns,
      upstream: row.is_fed,
      downstream: row.feeds,
    },
  };
}

/** Documents that have the words of a search, `most` at most; whether anything changed that `snapshot` has not seen. */
export async function readDocumentsWithWords(
  db: EntityManager,
  search: DocumentSearch,
  most: number,
  snapshot: string,
): Promise<{ readonly assetIds: readonly number[]; readonly isBehind: boolean }> {
  const values = [...textsOf(search), most, snapshot];
  const [row] = await db.query<{ asset_ids: readonly number[]; is_behind: boolean }[]>(WITH_WORDS, values);
  return { assetIds: row?.asset_ids ?? [], isBehind: row?.is_behind ?? true };
}
