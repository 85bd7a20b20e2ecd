import { GraphQLBoolean, GraphQLID, GraphQLInt, GraphQLString, type GraphQLLeafType } from 'graphql';
import type { Completer, PlannedField } from './planned-field';
import { Unplanned } from './unplanned';

/** Completers by kind of type; one is made for each field of a plan, not for each value. */
export const completerOf = {
  nonNull:
    (inner: Completer): Completer =>
    (value, run, place) => {
      const completed = inner(value, run, place);
      if (completed === null) throw new Unplanned();
      return completed;
    },

  list:
    (inner: Completer): Completer =>
    (value, run, place) => {
      if (isNothing(value)) return null;
      if (!Array.isArray(value)) throw new Unplanned();
      return value.map((item, index) => inner(item, run, { prev: place, key: index, typename: undefined }));
    },

  leaf: (type: GraphQLLeafType): Completer => {
    const isReady = READY.get(type) ?? (() => false);
    return (value) => {
      if (isReady(value)) return value;
      if (isNothing(value)) return null;
      refuseFailure(value);
      const serialized: unknown = type.serialize(value);
      if (isNothing(serialized)) throw new Unplanned();
      return serialized;
    };
  },

  object:
    (fields: readonly PlannedField[]): Completer =>
    (value, run, place) => {
      if (isNothing(value)) return null;
      refuseFailure(value);
      return run.fields(fields, value, place);
    },
};

/** Values that serializing leaves as they are; nearly all are such, and an answer has thousands. */
const READY: ReadonlyMap<GraphQLLeafType, (value: unknown) => boolean> = new Map<
  GraphQLLeafType,
  (value: unknown) => boolean
>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value && !Object.is(value, -0)],
]);

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** GraphQL takes a returned Error for a thrown one; promises inside lists are left to it too. */
function refuseFailure(value: unknown): void {
  if (value instanceof Error || value instanceof Promise) throw new Unplanned();
}
