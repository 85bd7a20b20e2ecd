import type { ExplainClassificationQuery } from '../../graphql/generated/graphql';

export type Explanation = NonNullable<ExplainClassificationQuery['explainClassification']>;
export type Origin = Explanation['origins'][number];
export type Word = Explanation['said'][number];
export type Block = ExplainClassificationQuery['propagationBlocks'][number];
/** A column edge: what feeds, and what is fed. */
export interface Edge {
  readonly parentAssetId: string;
  readonly parentColumn: string;
  readonly assetId: string;
  readonly column: string;
}
