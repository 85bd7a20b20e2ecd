/** A column edge by public ids and paths. */
export interface AskedEdge {
  readonly downstreamAsset: string;
  readonly downstreamColumn: string;
  readonly upstreamAsset: string;
  readonly upstreamColumn: string;
}
