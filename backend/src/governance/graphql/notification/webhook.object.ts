import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CircuitState, DeliveryState, Webhook, WebhookDelivery } from '../../domain/notification/notification';
import type { SavedWebhook, WebhookToSave } from '../../notification/webhook.service';

/** For `@Field(() => CircuitStateEnum)`. */
export const CircuitStateEnum = { CLOSED: 'CLOSED', OPEN: 'OPEN', HALF_OPEN: 'HALF_OPEN' } as const;
registerEnumType(CircuitStateEnum, {
  name: 'CircuitState',
  description: 'CLOSED: all is sent; OPEN: nothing, for a minute after five failures; HALF_OPEN: one is tried.',
});

/** For `@Field(() => WebhookDeliveryStatusEnum)`. */
export const WebhookDeliveryStatusEnum = { WAITING: 'WAITING', DELIVERED: 'DELIVERED', FAILED: 'FAILED' } as const;
registerEnumType(WebhookDeliveryStatusEnum, {
  name: 'WebhookDeliveryStatus',
  description: 'WAITING: for its first or next try; FAILED: given up after five.',
});

/** Its maker is resolved beside it. */
@ObjectType('Webhook', { description: 'Where notices of what happens in governance are sent.' })
export class WebhookObject implements Webhook {
  readonly createdBy!: string;

  @Field(() => ID, { description: 'UUID.' })
  readonly id!: string;

  @Field(() => String, { description: 'Unique; a policy names it as `webhook:<name>`.' })
  readonly name!: string;

  @Field(() => String, { description: 'Where it is sent.' })
  readonly url!: string;

  @Field(() => [String], { description: 'What it asks to be told of: `violation.opened` …' })
  readonly events!: readonly string[];

  @Field(() => Boolean, { description: 'False: nothing is kept for it or sent.' })
  readonly isEnabled!: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was added.' })
  readonly createdAt!: Date;

  @Field(() => Int, { description: 'Attempts that failed since one succeeded.' })
  readonly failures!: number;

  @Field(() => CircuitStateEnum, { description: 'Whether it is spared for now.' })
  readonly circuit!: CircuitState;

  @Field(() => Int, { description: 'Notices not sent yet.' })
  readonly waiting!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When one was taken; null: never.' })
  readonly lastDeliveredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed; null when it did not.' })
  readonly lastError!: string | null;
}

@ObjectType('WebhookDelivery', { description: 'One notice to one webhook.' })
export class WebhookDeliveryObject implements WebhookDelivery {
  readonly webhookId!: string;

  @Field(() => ID, { description: 'UUID; sent as `Tributary-Delivery`, the same for each try.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it tells: `violation.opened` …, or `test`.' })
  readonly event!: string;

  @Field(() => WebhookDeliveryStatusEnum, { description: 'What became of it.' })
  readonly status!: DeliveryState;

  @Field(() => Int, { description: 'Tries so far.' })
  readonly attempts!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it happened.' })
  readonly createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the next try; null: there is none.' })
  readonly dueAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was taken or given up.' })
  readonly finishedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Of the last answer; null: there was none.' })
  readonly httpStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last try failed; null when it did not.' })
  readonly error!: string | null;
}

@ObjectType('WebhookDeliveryConnection', { description: 'A page of notices, latest first. They are kept 30 days.' })
export class WebhookDeliveryConnectionObject {
  @Field(() => [WebhookDeliveryObject], { description: 'The notices of this page.' })
  readonly nodes!: readonly WebhookDelivery[];

  @Field(() => String, { nullable: true, description: 'Pass as `after` for the next page; null on the last one.' })
  readonly endCursor!: string | null;
}

@ObjectType('SavedWebhook', { description: 'A webhook as it is now.' })
export class SavedWebhookObject implements SavedWebhook {
  @Field(() => WebhookObject, { description: 'As it is now.' })
  readonly webhook!: Webhook;

  @Field(() => String, { nullable: true, description: 'The secret, if one was made: shown this once.' })
  readonly secret!: string | null;
}

@InputType('SaveWebhookInput', { description: 'A webhook as it is to be.' })
export class SaveWebhookInputObject implements WebhookToSave {
  @Field(() => ID, { nullable: true, description: 'Of one that is there; absent: a new one.' })
  readonly id?: string | null;

  @Field(() => String, { description: '1 to 63 lower-case letters, digits, dashes and underscores.' })
  readonly name!: string;

  @Field(() => String, { description: 'https and public, unless the installation trusts the host.' })
  readonly url!: string;

  @Field(() => [String], { description: '`violation.opened` …; policies may tell it more.' })
  readonly events!: readonly string[];

  @Field(() => Boolean, { defaultValue: true, description: 'False: nothing is kept for it or sent.' })
  readonly isEnabled!: boolean;

  @Field(() => String, { nullable: true, description: '16 to 256 characters; absent: stays, or is made.' })
  readonly secret?: string | null;
}
