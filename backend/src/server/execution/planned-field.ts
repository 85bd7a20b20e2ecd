import type { FieldNode, GraphQLField, GraphQLFieldResolver, GraphQLObjectType } from 'graphql';

/** A place in the answer, innermost key first. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** What makes an object of the answer. */
export interface Running {
  fields(fields: readonly PlannedField[], source: unknown, place: Place): Record<string, unknown>;
}

/** What a resolved value becomes in the answer. @throws Unplanned for what GraphQL would answer with an error */
export type Completer = (value: unknown, run: Running, place: Place) => unknown;

/** One field of the answer: every node of the document that asks for it under one key, put together. */
export interface PlannedField {
  readonly key: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Reads its parent and nothing else: no arguments, no context. */
  readonly isPlain: boolean;
  /** Its value has no fields and no items: nothing in it asks for its place. */
  readonly isLeaf: boolean;
  readonly complete: Completer;
}
