/** Where a delivery stands. RECEIVING ones are not acknowledged yet and do not count. */
export const DELIVERY_STATUSES = ['RECEIVING', 'PENDING', 'PROCESSED', 'DEDUPLICATED', 'DEAD'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const DELIVERY_OUTCOMES = [
  'MATCHED',
  'CREATED',
  'STUBBED',
  'MERGED',
  'CHANGED',
  'CLOSED',
  'REFUSED',
  'NOTED',
] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** What a delivery did, in numbers of assets unless the name says otherwise. */
export interface IngestionReport {
  /** Who spoke, as shown to people; null when the document named nobody. */
  readonly source: string | null;
  readonly matched: number;
  readonly created: number;
  readonly stubbed: number;
  readonly merged: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly closed: number;
  readonly refused: number;
  readonly columns: number;
  readonly edges: number;
  readonly columnEdges: number;
  readonly rules: number;
  readonly results: number;
  readonly rowsWritten: number;
  readonly durationMs: number;
}

/** Why the last attempt failed; `code` is an ErrorCode or INTERNAL. */
export interface DeliveryError {
  readonly code: string;
  readonly message: string;
  readonly part?: string;
  readonly position?: string;
}

/** One thing that came in, as the inbox keeps it. */
export interface Delivery {
  readonly id: string;
  readonly publicId: string;
  readonly connector: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sender: string;
  readonly status: DeliveryStatus;
  readonly contentHash: string | null;
  readonly byteCount: number;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
  readonly attempts: number;
  readonly error: DeliveryError | null;
  readonly report: IngestionReport | null;
}

/** What a listing of deliveries asks for; null means any. */
export interface DeliveryFilter {
  readonly statuses: readonly DeliveryStatus[] | null;
  readonly connector: string | null;
}

/** What a delivery did with one thing. */
export interface DeliveryItem {
  readonly seq: number;
  readonly outcome: DeliveryOutcome;
  readonly key: string;
  /** Internal id. */
  readonly assetId: string | null;
  readonly reason: string;
}

/** A part as stored: gzip bytes, whatever the sender used. */
export interface StoredPart {
  readonly name: string;
  readonly byteCount: number;
}

/** received = processed + deduplicated + deadLettered + pending, always. */
export interface Ledger {
  readonly received: number;
  readonly processed: number;
  readonly deduplicated: number;
  readonly deadLettered: number;
  readonly pending: number;
}

/** Whether what became of deliveries adds up to what was received; false is a defect of the service. */
export const balances = ({ received, processed, deduplicated, deadLettered, pending }: Ledger): boolean =>
  received === processed + deduplicated + deadLettered + pending;

/** Attempts after which a delivery that keeps failing for reasons of ours is dead-lettered. */
export const MAX_ATTEMPTS = 5;

/** Seconds until the next attempt: 1, 4, 16, 64, … at most 300. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(300, 4 ** Math.max(0, attempts - 1));
}

/** What was done, in numbers. */
export type Counts = Omit<IngestionReport, 'source' | 'durationMs'>;

const NOTHING: Counts = {
  matched: 0,
  created: 0,
  stubbed: 0,
  merged: 0,
  changed: 0,
  unchanged: 0,
  closed: 0,
  refused: 0,
  columns: 0,
  edges: 0,
  columnEdges: 0,
  rules: 0,
  results: 0,
  rowsWritten: 0,
};

/** Sum of what each patch of one delivery did. */
export function sumCounts(parts: readonly Counts[]): Counts {
  const total: Record<keyof Counts, number> = { ...NOTHING };
  for (const part of parts) {
    for (const name of Object.keys(NOTHING) as (keyof Counts)[]) total[name] += part[name];
  }
  return total;
}

/** The report of a delivery whose bytes are those of `previous`: everything it spoke of stands as it was. */
export function unchangedReport(previous: IngestionReport, durationMs: number): IngestionReport {
  const { source, matched, created, changed, unchanged, merged } = previous;
  return { ...NOTHING, source, unchanged: matched + created + changed + unchanged + merged, durationMs };
}
