import { noCounts, type PatchCounts } from './outcome';

export type ItemOutcome = 'MATCHED' | 'CREATED' | 'STUBBED' | 'MERGED' | 'CHANGED' | 'CLOSED' | 'REFUSED' | 'NOTED';

/** One line of the ingestion report. */
export interface ReportItem {
  readonly outcome: ItemOutcome;
  /** The source's key of the thing. */
  readonly key: string;
  readonly assetId: string | null;
  readonly reason: string;
}

/** What a patch did, as it does it: numbers for all, a line for whatever deserves a reason. */
export class Report {
  readonly counts: PatchCounts = noCounts();
  readonly items: ReportItem[] = [];

  add(outcome: ItemOutcome, key: string, reason: string, assetId: string | null = null): void {
    this.items.push({ outcome, key, reason, assetId });
  }

  refuse(key: string, reason: string): void {
    this.counts.refused += 1;
    this.add('REFUSED', key, reason);
  }

  note(key: string, reason: string, assetId: string | null = null): void {
    this.add('NOTED', key, reason, assetId);
  }

  wrote(rows: number): void {
    this.counts.rowsWritten += rows;
  }
}
