import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../../catalog';
import { invalid } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { isUuid } from '../../shared/uuid';
import type { SuggestionFilter, SuggestionGroupRow, SuggestionRow } from '../domain/suggestion/suggestion-record';
import { readSaidColumns } from '../store/classification/read-ways';
import {
  countSuggestedAssets,
  countSuggestions,
  groupSuggestions,
  listSuggestions,
  readMarked,
  suggestionSelection,
  type SuggestionSelection,
} from '../store/suggestion/suggestions';
import type { PathStep } from '../violation/violation';

/** A suggestion with its asset. */
export interface Suggestion extends Omit<SuggestionRow, 'id' | 'publicId'> {
  readonly id: string;
  readonly asset: Asset;
}

/** A group with the filter under which it was counted. */
export interface SuggestionGroup extends SuggestionGroupRow {
  readonly id: string;
  readonly selection: SuggestionSelection;
}

export interface PageWithTotal<Node> {
  readonly total: number;
  readonly nodes: readonly Node[];
  readonly endCursor: string | null;
}

const EMPTY = { total: 0, nodes: [], endCursor: null };
const MOST_IDS = 10_000;
const SAMPLES = 5;
/** What hangs on more suggestions than these takes too long to walk while somebody waits. */
const MOST_WALKED = 20_000;

/** Lists what names, tags, values and documents suggest, one by one and in groups. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** Latest first. @throws DomainError INVALID for a bad page or filter */
  async list(filter: SuggestionFilter, first: number, after: string | null): Promise<PageWithTotal<Suggestion>> {
    const limit = checkFirst(first);
    const before = decodeCursor(after);
    const selection = await this.select(filter);
    if (!selection) return EMPTY;
    const [found, total] = await Promise.all([
      listSuggestions(this.db, selection, limit + 1, before),
      countSuggestions(this.db, selection),
    ]);
    const page = found.slice(0, limit);
    const endCursor = found.length > limit ? encodeCursor(page.at(-1)?.id ?? null) : null;
    return { total, nodes: await this.compose(page), endCursor };
  }

  /** Largest first. @throws DomainError INVALID for a bad page or filter */
  async groups(filter: SuggestionFilter, first: number, after: string | null): Promise<PageWithTotal<SuggestionGroup>> {
    const limit = checkFirst(first);
    const position = decodeKeyset(after, ['number', 'string', 'string']);
    const selection = await this.select(filter);
    if (!selection) return EMPTY;
    const found = await groupSuggestions(this.db, selection, limit + 1, position);
    const nodes = found.slice(0, limit).map((row) => ({ ...row, id: groupId(row), selection: within(selection, row) }));
    const last = found.length > limit ? nodes.at(-1) : undefined;
    const endCursor = last ? encodeKeyset([last.suggestions, last.pattern, last.proposal]) : null;
    return { total: found[0]?.total ?? 0, nodes, endCursor };
  }

  /** A few of a group, latest first. */
  async samples(group: SuggestionGroup): Promise<Suggestion[]> {
    return this.compose(await listSuggestions(this.db, group.selection, SAMPLES, null));
  }

  /** By selection, as JSON: how many further columns it would mark; left out where it is too large to tell. */
  async markedBy(selections: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const small: string[] = [];
    for (const text of selections) {
      const count = await countSuggestions(this.db, JSON.parse(text) as SuggestionSelection);
      if (count <= MOST_WALKED) small.push(text);
    }
    const marked = await readMarked(
      this.db,
      small.map((text) => JSON.parse(text) as SuggestionSelection),
    );
    return new Map(small.map((text, index) => [text, marked[index]?.columns ?? 0]));
  }

  /** The further columns that confirming would mark, `count` of them and up to 50 by name; null: too large to tell. */
  async marks(selection: SuggestionSelection): Promise<{ count: number; columns: readonly PathStep[] } | null> {
    if ((await countSuggestions(this.db, selection)) > MOST_WALKED) return null;
    const [marked] = await readMarked(this.db, [selection]);
    const columns = await readSaidColumns(this.db, marked?.some ?? []);
    const assets = await this.catalog.getAssetMap([...new Set([...columns.values()].map(({ assetId }) => assetId))]);
    const steps = [...columns.values()].flatMap(({ assetId, path }) => {
      const asset = assets.get(assetId);
      return asset ? [{ asset, column: path }] : [];
    });
    return { count: marked?.columns ?? 0, columns: steps };
  }

  /** How many suggestions are selected. */
  count(selection: SuggestionSelection): Promise<number> {
    return countSuggestions(this.db, selection);
  }

  /** Assets that the selected ones are about. */
  countAssets(selection: SuggestionSelection): Promise<number> {
    return countSuggestedAssets(this.db, selection);
  }

  /**
   * The filter in the database's words; null when it names an asset that is not known.
   *
   * @throws DomainError INVALID for ids that are none, or too many
   */
  async select(filter: SuggestionFilter): Promise<SuggestionSelection | null> {
    checkIds(filter.ids ?? []);
    if (!filter.assetId) return suggestionSelection(filter, null);
    const asset = await this.catalog.getAsset(filter.assetId);
    return asset && suggestionSelection(filter, asset.internalId);
  }

  private async compose(rows: readonly SuggestionRow[]): Promise<Suggestion[]> {
    const assets = await this.catalog.getAssetMap(rows.map(({ assetId }) => assetId));
    return rows.flatMap(({ publicId: id, ...row }) => {
      const asset = assets.get(row.assetId);
      return asset ? [{ ...row, id, asset }] : [];
    });
  }
}

function checkIds(ids: readonly string[]): void {
  if (ids.length > MOST_IDS) throw invalid(`ids: at most ${MOST_IDS} are taken at once; name their group instead`);
  const odd = ids.find((id) => !isUuid(id));
  if (odd !== undefined) throw invalid(`ids: ${odd.slice(0, 60)} is not the id of a suggestion`);
}

const within = (selection: SuggestionSelection, { pattern, proposal }: SuggestionGroupRow): SuggestionSelection => ({
  ...selection,
  ...{ patterns: [pattern], proposals: [proposal] },
});

const groupId = ({ pattern, proposal }: SuggestionGroupRow): string => encodeKeyset([pattern, proposal]);

/** The pattern and the proposal of a group's id. @throws DomainError INVALID for anything else */
export function groupOfId(id: string): { readonly pattern: string; readonly proposal: string } {
  const [pattern, proposal] = decodeKeyset(id, ['string', 'string']) ?? [];
  return { pattern: String(pattern), proposal: String(proposal) };
}
