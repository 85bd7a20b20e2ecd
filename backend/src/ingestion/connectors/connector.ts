import type { MetadataPatch } from '../metadata-patch';

/** One part of a delivery (manifest, catalog, …): its inflated bytes, readable as often as needed. */
export interface DeliveryPart {
  readonly name: string;
  readonly open: () => AsyncIterable<Buffer>;
}

/** What came in and how the sender wants it read. */
export interface ConnectorInput {
  readonly parts: ReadonlyMap<string, DeliveryPart>;
  /** Query parameters of the request: namespace, target, project, … */
  readonly parameters: Readonly<Record<string, string>>;
  readonly receivedAt: Date;
}

/**
 * One source format: knows the format and the patch language, neither the database nor HTTP.
 *
 * `read` yields patches in the order in which they must be applied (a manifest before its catalog).
 * It throws `DomainError` INVALID naming part, place and rule when a document cannot be understood;
 * whatever can be understood in spite of an oddity is, with a `note` statement for the oddity.
 * It awaits or yields at least every 50 ms of work, so that one document never blocks the others.
 */
export interface Connector {
  /** As in `POST /api/v1/ingest/{name}`. */
  readonly name: string;
  /** Parts it understands; `required` ones must be there. */
  readonly parts: { readonly required: readonly string[]; readonly optional: readonly string[] };
  /** @throws DomainError INVALID naming the parameter and the rule. */
  readonly checkParameters: (parameters: Readonly<Record<string, string>>) => void;
  readonly read: (input: ConnectorInput) => AsyncIterable<MetadataPatch>;
}
