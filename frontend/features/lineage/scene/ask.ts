import type { TypedDocumentString } from '../../../graphql/generated/graphql';

/** Sends one operation: the server's `request` for the first paint, the browser's afterwards. */
export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Result>;
