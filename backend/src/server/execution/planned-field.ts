import type { FieldNode, GraphQLField, GraphQLFieldResolver, GraphQLObjectType } from 'graphql';
import type { AnswerJson } from './answer-json';

/** A place in the answer, innermost key first. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** For values whose text depends on nothing else: there are thousands, and none asks for its place. */
export const NOWHERE: Place = { prev: undefined, key: '', typename: undefined };

/** What writes the fields of one object of the answer. */
export interface Running {
  write(fields: readonly PlannedField[], source: unknown, place: Place | undefined, json: AnswerJson): void;
}

/** How values of one type become text. */
export interface Writer {
  /** @throws Unplanned for what GraphQL would answer with an error */
  readonly write: (value: unknown, run: Running, place: Place, json: AnswerJson) => void;
  /** Whether the text depends on the value alone: nothing in it has arguments or asks the context. */
  readonly isOfValue: boolean;
}

/** One field of the answer: every node of the document that asks for it under one key, put together. */
export interface PlannedField {
  readonly key: string;
  /** What stands before its value: the object's brace or a comma, and the key. */
  readonly opening: string;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  /** Reads its parent and nothing else: no arguments, no context. */
  readonly isPlain: boolean;
  /** Whether its text depends on its parent alone, all the way down. */
  readonly isOfParent: boolean;
  readonly writer: Writer;
}
