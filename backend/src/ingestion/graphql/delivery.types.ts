import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { JsonScalar } from '../../shared/graphql/json.scalar';
import type { DeliveryError, IngestionReport, Ledger, StoredPart } from '../domain/delivery';

export enum DeliveryStatusEnum {
  RECEIVING = 'RECEIVING',
  PENDING = 'PENDING',
  PROCESSED = 'PROCESSED',
  DEDUPLICATED = 'DEDUPLICATED',
  DEAD = 'DEAD',
}
registerEnumType(DeliveryStatusEnum, {
  name: 'DeliveryStatus',
  description: 'RECEIVING is not acknowledged yet; DEAD keeps its bytes and can be replayed.',
});

export enum DeliveryOutcomeEnum {
  MATCHED = 'MATCHED',
  CREATED = 'CREATED',
  STUBBED = 'STUBBED',
  MERGED = 'MERGED',
  CHANGED = 'CHANGED',
  CLOSED = 'CLOSED',
  REFUSED = 'REFUSED',
  NOTED = 'NOTED',
}
registerEnumType(DeliveryOutcomeEnum, { name: 'DeliveryOutcome', description: 'What a delivery did with one thing.' });

@ObjectType('IngestionReport', {
  description: 'What a delivery did, in numbers of assets unless the name says otherwise.',
})
export class IngestionReportObject implements IngestionReport {
  @Field(() => String, { nullable: true, description: 'Who spoke: "dbt project shop".' })
  readonly source!: string | null;

  @Field(() => Int, { description: 'Already known from another source or spelling.' })
  readonly matched!: number;

  @Field(() => Int, { description: 'New to the catalog.' })
  readonly created!: number;

  @Field(() => Int, { description: 'Only referred to: known by name until a source describes them.' })
  readonly stubbed!: number;

  @Field(() => Int, { description: 'Two things of this document that turned out to be one asset.' })
  readonly merged!: number;

  @Field(() => Int, { description: 'Known from this source, and said differently now.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Said again without a difference; nothing was written.' })
  readonly unchanged!: number;

  @Field(() => Int, { description: 'No longer said by this source.' })
  readonly closed!: number;

  @Field(() => Int, { description: 'Left out; each with its reason in the items.' })
  readonly refused!: number;

  @Field(() => Int, { description: 'Columns written.' })
  readonly columns!: number;

  @Field(() => Int, { description: 'Lineage edges written.' })
  readonly edges!: number;

  @Field(() => Int, { description: 'Column lineage edges written.' })
  readonly columnEdges!: number;

  @Field(() => Int, { description: 'Quality rules written.' })
  readonly rules!: number;

  @Field(() => Int, { description: 'Quality results written.' })
  readonly results!: number;

  @Field(() => Int, { description: 'Rows written in all; 0 for a document that says nothing new.' })
  readonly rowsWritten!: number;

  @Field(() => Float, { description: 'Milliseconds from the start of processing to its end.' })
  readonly durationMs!: number;
}

@ObjectType('DeliveryError', { description: 'Why the last attempt failed.' })
export class DeliveryErrorObject implements DeliveryError {
  @Field({ description: 'INVALID, CONFLICT, …, or INTERNAL for a failure of the service.' })
  readonly code!: string;

  @Field({ description: 'What was wrong with which thing.' })
  readonly message!: string;

  @Field(() => String, { nullable: true, description: 'The part it was found in.' })
  readonly part?: string;

  @Field(() => String, { nullable: true, description: 'Where in the part: a byte offset or a key.' })
  readonly position?: string;
}

@ObjectType('DeliveryPart', { description: 'One document of a delivery.' })
export class DeliveryPartObject implements StoredPart {
  @Field({ description: 'manifest, catalog, …' })
  readonly name!: string;

  @Field(() => Float, { description: 'Bytes as stored (gzip).' })
  readonly byteCount!: number;
}

@ObjectType('Ledger', { description: 'Deliveries by what became of them: the parts always add up to received.' })
export class LedgerObject implements Ledger {
  @Field(() => Int, { description: 'Acknowledged since the catalog exists.' })
  readonly received!: number;

  @Field(() => Int, { description: 'Understood and written.' })
  readonly processed!: number;

  @Field(() => Int, { description: 'Identical to the one before; nothing to write.' })
  readonly deduplicated!: number;

  @Field(() => Int, { description: 'Refused or failed for good; bytes kept, can be replayed.' })
  readonly deadLettered!: number;

  @Field(() => Int, { description: 'Waiting, being worked on, or due for another attempt.' })
  readonly pending!: number;
}

@ObjectType('Delivery', { description: 'One thing that came in, as the inbox keeps it.' })
export class DeliveryObject {
  @Field(() => ID, { name: 'id', description: 'As in the answer to the sender.' })
  readonly publicId!: string;

  @Field({ description: 'The format: dbt, …' })
  readonly connector!: string;

  @Field(() => JsonScalar, { description: 'What the sender asked for: namespace, target, …' })
  readonly parameters!: Readonly<Record<string, string>>;

  @Field({ description: 'person:<id> or token:<id>.' })
  readonly sender!: string;

  @Field(() => DeliveryStatusEnum, { description: 'Where it stands.' })
  readonly status!: string;

  @Field(() => Float, { description: 'Bytes, inflated.' })
  readonly byteCount!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of names and inflated bytes of the parts.' })
  readonly contentHash!: string | null;

  @Field(() => Date, { description: 'When it was opened.' })
  readonly receivedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was done or given up.' })
  readonly finishedAt!: Date | null;

  @Field(() => Int, { description: 'Attempts so far.' })
  readonly attempts!: number;

  @Field(() => DeliveryErrorObject, { nullable: true, description: 'Of the last attempt; none when it succeeded.' })
  readonly error!: DeliveryErrorObject | null;

  @Field(() => IngestionReportObject, { nullable: true, description: 'None before it is processed.' })
  readonly report!: IngestionReportObject | null;
}

@ObjectType('DeliveryConnection', { description: 'A page of deliveries, newest first.' })
export class DeliveryConnectionObject {
  @Field(() => Int, { description: 'In all pages.' })
  readonly total!: number;

  @Field(() => [DeliveryObject], { description: 'This page.' })
  readonly nodes!: DeliveryObject[];

  @Field(() => String, { nullable: true, description: 'Pass as after; none on the last page.' })
  readonly endCursor!: string | null;
}
