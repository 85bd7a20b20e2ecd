import {
  getArgumentValues,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AnswerJson } from './answer-json';
import { NOWHERE, type Place, type PlannedField, type Running } from './planned-field';

/** An operation with its variables coerced. */
export interface Planned {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One execution of a plan: resolves what it is asked for and waits for what takes time. */
export class Run implements Running {
  private readonly waiting: Promise<void>[] = [];
  private readonly argumentsOf = new Map<PlannedField, Record<string, unknown>>();
  private readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;

  constructor(
    private readonly planned: Planned,
    private readonly context: unknown,
  ) {
    const fragments = planned.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = Object.fromEntries(fragments.map((node) => [node.name.value, node]));
  }

  /** @throws whatever a resolver throws, and Unplanned */
  async answer(fields: readonly PlannedField[]): Promise<AnswerJson> {
    const json = new AnswerJson();
    this.write(fields, undefined, undefined, json);
    json.add(fields.length === 0 ? '{}' : '}');
    while (this.waiting.length > 0) await Promise.all(this.waiting.splice(0));
    return json;
  }

  /** Fields of an object; what is still to come is put in when it is there. */
  write(fields: readonly PlannedField[], source: unknown, place: Place | undefined, json: AnswerJson): void {
    for (const field of fields) {
      json.add(field.opening);
      const here = field.isOfParent ? NOWHERE : { prev: place, key: field.key, typename: field.parent.name };
      const value = field.isPlain ? this.read(field, source) : this.resolve(field, source, here);
      if (value instanceof Promise) {
        const hole = json.hole();
        this.await(value, (resolved) => field.writer.write(resolved, this, here, hole));
      } else field.writer.write(value, this, here, json);
    }
  }

  private await(value: Promise<unknown>, write: (resolved: unknown) => void): void {
    const written = value.then(write);
    written.catch(() => undefined); // told by `answer`, unless another failure ended it before
    this.waiting.push(written);
  }

  private read(field: PlannedField, source: unknown): unknown {
    return (field.resolve as (source: unknown) => unknown)(source);
  }

  private resolve(field: PlannedField, source: unknown, place: Place): unknown {
    return field.resolve(source, this.argumentsFor(field), this.context, this.infoOf(field, place));
  }

  /** The same for every object that has the field. */
  private argumentsFor(field: PlannedField): Record<string, unknown> {
    const known = this.argumentsOf.get(field);
    if (known) return known;
    const [node] = field.nodes;
    const values = node ? getArgumentValues(field.definition, node, this.planned.variables) : {};
    this.argumentsOf.set(field, values);
    return values;
  }

  private infoOf(field: PlannedField, place: Place): GraphQLResolveInfo {
    return {
      fieldName: field.definition.name,
      fieldNodes: field.nodes,
      returnType: field.definition.type,
      parentType: field.parent,
      path: place,
      schema: this.planned.schema,
      fragments: this.fragments,
      rootValue: undefined,
      operation: this.planned.operation,
      variableValues: this.planned.variables,
    };
  }
}
