import type { Asset } from '../catalog';
import { invalid } from '../shared/errors';
import { EDGE_SUBTYPES, MASKING_KINDS, type EdgeKind, type EdgeSubtype, type MaskingKind } from '../shared/vocabulary';
import type { ColumnEdgeClaim, EdgeClaim } from './metadata-patch';
import { namedColumn, spokenText, spokenWord } from './spoken-facts';

export interface ColumnEdgeInput {
  readonly column: string;
  readonly parentAssetId: string;
  readonly parentColumn: string;
  /** DIRECT, INDIRECT or a subtype. */
  readonly kind?: string | null;
  readonly masking?: boolean | null;
  readonly maskingKind?: string | null;
  readonly function?: string | null;
}

/** An asset's parents as a client names them. */
export interface RecordLineageInput {
  readonly assetId: string;
  readonly parentAssetIds: readonly string[];
  readonly transformation: string;
  readonly transformationCode?: string | null;
  readonly columns?: readonly ColumnEdgeInput[] | null;
}

const MAX_PARENTS = 1_000;
const MAX_COLUMN_EDGES = 10_000;
const DIRECT: ReadonlySet<EdgeSubtype> = new Set(['IDENTITY', 'TRANSFORMATION', 'AGGREGATION']);

/**
 * The claims of a recording. `parents` are the assets that its ids stand for, merged ones resolved.
 *
 * @throws DomainError INVALID naming the asset, the column and the rule.
 */
export function spokenEdges(
  asset: Asset,
  parents: readonly Asset[],
  input: RecordLineageInput,
): { readonly edges: readonly EdgeClaim[]; readonly columnEdges: readonly ColumnEdgeClaim[] } {
  const about = `Asset ${asset.name.slice(0, 120)}`;
  const columns = input.columns ?? [];
  if (parents.length > MAX_PARENTS) throw invalid(`${about}: at most ${MAX_PARENTS.toString()} parents are allowed`);
  if (columns.length > MAX_COLUMN_EDGES) {
    throw invalid(`${about}: at most ${MAX_COLUMN_EDGES.toString()} column edges are allowed`);
  }
  const transformation = spokenText(`${about}: transformation`, input.transformation);
  const code = input.transformationCode ?? '';
  const edges = parents.map(({ id }): EdgeClaim => ({
    upstream: { assetId: id },
    ...(transformation === null ? {} : { transformation }),
    ...(code.trim() === '' ? {} : { code: spokenText(`${about}: transformationCode`, code) ?? '' }),
  }));
  return { edges, columnEdges: columns.map((edge) => columnEdge(about, edge, input, parents)) };
}

function columnEdge(
  about: string,
  edge: ColumnEdgeInput,
  input: RecordLineageInput,
  parents: readonly Asset[],
): ColumnEdgeClaim {
  const isNamed = input.parentAssetIds.some((id) => id.toLowerCase() === edge.parentAssetId.toLowerCase());
  if (!isNamed && !parents.some(({ id }) => id === edge.parentAssetId.toLowerCase())) {
    throw invalid(`${about}: column \`${edge.column.slice(0, 80)}\` comes from an asset that is none of its parents`, {
      parentAssetId: edge.parentAssetId,
    });
  }
  const functionText = spokenWord(`${about}: function`, edge.function ?? '');
  return {
    upstream: { assetId: edge.parentAssetId },
    upstreamColumn: namedColumn(about, edge.parentColumn),
    downstreamColumn: namedColumn(about, edge.column),
    ...kindOf(about, edge),
    ...maskingOf(about, edge),
    ...(functionText === null ? {} : { function: functionText.toLowerCase() }),
  };
}

function maskingOf(about: string, edge: ColumnEdgeInput): { masking: boolean; maskingKind?: MaskingKind } {
  const word = (edge.maskingKind ?? '').trim().toLowerCase();
  if (word === '') return { masking: edge.masking ?? false };
  const maskingKind = MASKING_KINDS.find((one) => one === word);
  if (maskingKind !== undefined) return { masking: true, maskingKind };
  const column = edge.column.slice(0, 80);
  const known = MASKING_KINDS.join(', ');
  throw invalid(`${about}: column \`${column}\`: masking kind \`${word.slice(0, 40)}\` is not one of ${known}`);
}

function kindOf(about: string, { kind, column }: ColumnEdgeInput): { kind?: EdgeKind; subtype?: EdgeSubtype } {
  const word = (kind ?? 'DIRECT').trim().toUpperCase();
  if (word === 'DIRECT') return { kind: 'DIRECT' };
  if (word === 'INDIRECT') return { kind: 'INDIRECT', subtype: 'CONDITIONAL' };
  const subtype = EDGE_SUBTYPES.find((one) => one === word);
  if (subtype !== undefined) return { kind: DIRECT.has(subtype) ? 'DIRECT' : 'INDIRECT', subtype };
  const known = ['DIRECT', 'INDIRECT', ...EDGE_SUBTYPES].join(', ');
  throw invalid(`${about}: column \`${column.slice(0, 80)}\`: kind \`${word.slice(0, 40)}\` is not one of ${known}`);
}
