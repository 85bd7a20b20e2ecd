import type { ErrorCode } from '../../shared/errors';
import type { MetadataPatch, Statement } from '../metadata-patch';

/** What a reading thread starts with. */
export interface ThreadInput {
  readonly connector: string;
  readonly partNames: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly receivedAt: Date;
}

/** Asks for stored bytes; `stream` numbers one reading of one part. */
export type Wanted =
  /** The next piece; the first time opens the stream. */
  | { readonly kind: 'pull'; readonly stream: number; readonly part: string }
  /** No more of it. */
  | { readonly kind: 'close'; readonly stream: number };

/** What the connector says, in order. */
export type Told =
  /** A patch begins; its statements follow. */
  | { readonly kind: 'patch'; readonly patch: Omit<MetadataPatch, 'statements'> }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  | { readonly kind: 'done' };

/** The document breaks a rule: the connector's DomainError. */
export interface Refused {
  readonly kind: 'refused';
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export type FromThread = Wanted | Told | Refused;

/** To the thread. */
export type ToThread =
  /** Stored bytes; null at the end. */
  | { readonly kind: 'piece'; readonly stream: number; readonly bytes: Uint8Array | null }
  /** A batch of statements has been taken. */
  | { readonly kind: 'taken' };

/** Batches of statements on their way at once: enough that neither side waits, a few megabytes at most. */
export const BATCHES_AHEAD = 8;
