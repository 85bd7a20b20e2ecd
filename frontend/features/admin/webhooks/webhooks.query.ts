import { graphql } from '../../../graphql/generated';

export const Webhooks = graphql(`
  query Webhooks {
    webhooks {
      id
      name
      url
      events
      isEnabled
      circuit
      waiting
      lastDeliveredAt
      lastError
    }
  }
`);

export const WebhookNotices = graphql(`
  query WebhookNotices($id: ID!, $after: String) {
    webhooks {
      id
      name
      url
    }
    webhookDeliveries(webhookId: $id, first: 50, after: $after) {
      endCursor
      nodes {
        id
        event
        status
        attempts
        createdAt
        dueAt
        finishedAt
        httpStatus
        error
      }
    }
  }
`);

export const SaveWebhook = graphql(`
  mutation SaveWebhook($input: SaveWebhookInput!) {
    saveWebhook(input: $input) {
      secret
      webhook {
        id
      }
    }
  }
`);

export const DeleteWebhook = graphql(`
  mutation DeleteWebhook($id: ID!) {
    deleteWebhook(id: $id)
  }
`);

export const TestWebhook = graphql(`
  mutation TestWebhook($id: ID!) {
    testWebhook(id: $id) {
      status
      httpStatus
      error
    }
  }
`);

export const ResendWebhookDelivery = graphql(`
  mutation ResendWebhookDelivery($id: ID!) {
    resendWebhookDelivery(id: $id) {
      status
    }
  }
`);
