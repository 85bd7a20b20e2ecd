import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { actorOf, ActorObject, CurrentActor, Requires, type Actor, type ActorRef } from '../../../access';
import type { DeliveryState, Webhook, WebhookDelivery } from '../../domain/notification/notification';
import { WebhookService, type SavedWebhook } from '../../notification/webhook.service';
import {
  SavedWebhookObject,
  SaveWebhookInputObject,
  WebhookDeliveryConnectionObject,
  WebhookDeliveryObject,
  WebhookDeliveryStatusEnum,
  WebhookObject,
} from './webhook.object';

@Resolver(() => WebhookObject)
export class WebhookResolver {
  constructor(private readonly hooks: WebhookService) {}

  @Query(() => [WebhookObject], { description: 'All webhooks, at most 50, in order of name.' })
  @Requires('webhook:manage')
  webhooks(): Promise<readonly Webhook[]> {
    return this.hooks.list();
  }

  @Query(() => WebhookDeliveryConnectionObject, { description: 'What a webhook was told in the last 30 days.' })
  @Requires('webhook:manage')
  webhookDeliveries(
    @Args('webhookId', { type: () => ID, description: 'Of the webhook.' }) webhookId: string,
    @Args('status', {
      type: () => [WebhookDeliveryStatusEnum],
      nullable: true,
      description: 'Absent or empty: all.',
    })
    status: readonly DeliveryState[] | null,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<WebhookDeliveryConnectionObject> {
    return this.hooks.deliveries(webhookId, status?.length ? status : null, first, after);
  }

  @Mutation(() => SavedWebhookObject, { description: 'Adds or changes a webhook; closes its circuit.' })
  @Requires('webhook:manage')
  saveWebhook(
    @Args('input', { description: 'As it is to be.' }) input: SaveWebhookInputObject,
    @CurrentActor() actor: Actor,
  ): Promise<SavedWebhook> {
    return this.hooks.save(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Removes a webhook with what waits for it; true.' })
  @Requires('webhook:manage')
  async deleteWebhook(
    @Args('id', { type: () => ID, description: 'Of the webhook.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<boolean> {
    await this.hooks.delete(actor, id);
    return true;
  }

  @Mutation(() => WebhookDeliveryObject, { description: 'Sends a webhook a test now, and says how that went.' })
  @Requires('webhook:manage')
  testWebhook(
    @Args('id', { type: () => ID, description: 'Of the webhook.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDelivery> {
    return this.hooks.test(actor, id);
  }

  @Mutation(() => WebhookDeliveryObject, { description: 'Tries a notice again that was given up.' })
  @Requires('webhook:manage')
  resendWebhookDelivery(
    @Args('id', { type: () => ID, description: 'Of the notice.' }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookDelivery> {
    return this.hooks.resend(actor, id);
  }

  @ResolveField(() => ActorObject, { description: 'Who added it.' })
  createdBy(@Parent() webhook: Webhook): ActorRef | null {
    return actorOf(webhook.createdBy);
  }
}
