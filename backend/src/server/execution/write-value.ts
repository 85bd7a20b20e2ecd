import {
  GraphQLBoolean,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLEnumValue,
  type GraphQLLeafType,
} from 'graphql';
import { isLasting } from '../../shared/lasting';
import { AnswerJson } from './answer-json';
import type { KeptTexts, TextRoom } from './kept-texts';
import { NOWHERE, type Place, type PlannedField, type Running, type Writer } from './planned-field';
import { Unplanned } from './unplanned';

/** Writers by kind of type; one is made for each field of a plan, not for each value. */
export const writerOf = {
  nonNull: ({ write, isOfValue }: Writer): Writer => ({
    isOfValue,
    write: (value, run, place, json) => {
      if (isNothing(value)) throw new Unplanned();
      write(value, run, place, json);
    },
  }),

  list: ({ write, isOfValue }: Writer): Writer => ({
    isOfValue,
    write: (value, run, place, json) => {
      if (isNothing(value)) {
        json.add('null');
        return;
      }
      if (!Array.isArray(value)) throw new Unplanned();
      json.add('[');
      for (let index = 0; index < value.length; index++) {
        if (index > 0) json.add(',');
        write(value[index], run, isOfValue ? NOWHERE : { prev: place, key: index, typename: undefined }, json);
      }
      json.add(']');
    },
  }),

  leaf: (type: GraphQLLeafType): Writer => {
    const isReady = READY.get(type) ?? (() => false);
    const words = new Map([...NOTHING, ...(isEnumType(type) ? type.getValues().map(wordOf) : [])]);
    return {
      isOfValue: true,
      write: (value, _run, _place, json) => {
        const word = words.get(value);
        if (word !== undefined) json.add(word);
        else if (!isReady(value)) json.addText(serialized(type, value));
        else if (typeof value === 'string') json.addString(value);
        else json.add(String(value));
      },
    };
  },

  object: (fields: readonly PlannedField[], room: TextRoom): Writer => {
    const parts = partsOf(fields, room);
    return {
      isOfValue: fields.every((field) => field.isOfParent),
      write: (value, run, place, json) => {
        if (isNothing(value)) {
          json.add('null');
          return;
        }
        refuseFailure(value);
        for (const part of parts) writePart(part, value, run, place, json);
        json.add(parts.length === 0 ? '{}' : '}');
      },
    };
  },
};

/** Fields one behind another, either all of the parent alone, with the texts of parents that last, or none of them. */
interface Part {
  readonly fields: PlannedField[];
  readonly texts: KeptTexts | null;
}

function partsOf(fields: readonly PlannedField[], room: TextRoom): Part[] {
  const parts: Part[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    if (last && (last.texts !== null) === field.isOfParent) last.fields.push(field);
    else parts.push({ fields: [field], texts: field.isOfParent ? room.open() : null });
  }
  return parts;
}

function writePart({ fields, texts }: Part, source: object, run: Running, place: Place, json: AnswerJson): void {
  const known = texts?.of(source);
  if (known !== undefined) json.addBytes(known);
  else if (texts !== null && isLasting(source)) writeLasting(fields, source, run, json, texts);
  else run.write(fields, source, place, json);
}

function writeLasting(
  fields: readonly PlannedField[],
  source: object,
  run: Running,
  json: AnswerJson,
  texts: KeptTexts,
): void {
  const own = json.hole();
  run.write(fields, source, NOWHERE, own);
  if (!own.hasHoles()) texts.keep(source, own.toBuffer());
}

/** Values that serializing leaves as they are; nearly all are such, and an answer has thousands. */
const READY: ReadonlyMap<GraphQLLeafType, (value: unknown) => boolean> = new Map<
  GraphQLLeafType,
  (value: unknown) => boolean
>([
  [GraphQLString, (value) => typeof value === 'string'],
  [GraphQLID, (value) => typeof value === 'string'],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
]);

const NOTHING: readonly [unknown, string][] = [
  [null, 'null'],
  [undefined, 'null'],
];
const wordOf = ({ value, name }: GraphQLEnumValue): [unknown, string] => [value, JSON.stringify(name)];

function serialized(type: GraphQLLeafType, value: unknown): string {
  refuseFailure(value);
  const said: unknown = type.serialize(value);
  if (isNothing(said)) throw new Unplanned();
  const text = JSON.stringify(said) as string | undefined;
  if (text === undefined) throw new Unplanned();
  return text;
}

const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** GraphQL takes a returned Error for a thrown one; promises inside lists are left to it too. */
function refuseFailure(value: unknown): asserts value is object {
  if (value instanceof Error || value instanceof Promise) throw new Unplanned();
}
