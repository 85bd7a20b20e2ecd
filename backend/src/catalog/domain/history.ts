export interface ColumnRetype {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns of an asset from one change of them to the next; version 1 is the first schema known. */
export interface SchemaVersion {
  readonly version: number;
  readonly observedAt: Date;
  readonly recordedAt: Date;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly retyped: readonly ColumnRetype[];
  readonly isBreaking: boolean;
  /** `[{ path, type, nullable }]` in order. */
  readonly columns: unknown;
  readonly deliveryId: string | null;
}

/** One entry of the change log. */
export interface Change {
  readonly id: string;
  readonly at: Date;
  readonly operation: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly actor: string | null;
  readonly deliveryId: string | null;
}

/** Code that defines an asset. */
export interface Code {
  readonly language: string;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
}
