/** Something only some may know of: an asset, or all of a namespace. `assetId` is internal. */
export interface RestrictionRow {
  readonly id: string;
  readonly assetId: string | null;
  readonly namespace: string | null;
  readonly reason: string;
  readonly restrictedBy: string;
  readonly restrictedAt: Date;
  /** Assets that it covers now. */
  readonly assetCount: number;
}

export const INQUIRY_STATUSES = ['SENT', 'GRANTED', 'OVER'] as const;
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number];

/** Access asked for by name. That there is such an asset is told by nothing but `GRANTED`. */
export interface AccessInquiryRow {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly purpose: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly status: InquiryStatus;
}
