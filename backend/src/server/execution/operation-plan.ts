import {
  defaultFieldResolver,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { TextRoom } from './kept-texts';
import type { PlannedField, Writer } from './planned-field';
import type { Planned } from './run';
import { Unplanned } from './unplanned';
import { writerOf } from './write-value';

/**
 * What one operation of a document asks for, the conditions of its directives being what the variables say.
 *
 * @param room where it keeps texts
 * @throws Unplanned for introspection, and for interfaces and unions, which this schema has none of
 */
export function planOperation(planned: Planned, room: TextRoom): readonly PlannedField[] {
  const root = planned.schema.getRootType(planned.operation.operation);
  if (!root) throw new Unplanned();
  return new Planner(planned, room).fieldsOf([planned.operation.selectionSet], root);
}

type Definition = GraphQLField<unknown, unknown>;

class Planner {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly planned: Planned,
    private readonly room: TextRoom,
  ) {
    const fragments = planned.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  fieldsOf(sets: readonly SelectionSetNode[], parent: GraphQLObjectType): PlannedField[] {
    const asked = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, asked);
    return [...asked].map(([key, nodes], place) => this.field(key, nodes, parent, place === 0 ? '{' : ','));
  }

  private collect(set: SelectionSetNode, asked: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!this.isIn(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        asked.set(key, [...(asked.get(key) ?? []), selection]);
        continue;
      }
      // Every type is an object type: a validated fragment can only be on its parent's.
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (inner) this.collect(inner.selectionSet, asked);
    }
  }

  private isIn({ directives = [] }: SelectionNode): boolean {
    return directives.every((directive) => {
      const definition = this.planned.schema.getDirective(directive.name.value);
      if (!definition) throw new Unplanned();
      const { if: condition } = getArgumentValues(definition, directive, this.planned.variables);
      return directive.name.value === 'skip' ? condition !== true : condition !== false;
    });
  }

  private field(key: string, nodes: readonly FieldNode[], parent: GraphQLObjectType, mark: string): PlannedField {
    const name = nodes[0]?.name.value ?? '';
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parent.getFields()[name];
    if (!definition || key === '__proto__') throw new Unplanned(); // __schema, __type, and a key that objects cannot hold
    const { resolve = defaultFieldResolver } = definition;
    const isPlain = isReading(definition, resolve);
    const writer = this.writer(definition.type, nodes);
    return {
      ...{ key, opening: `${mark}"${key}":` },
      ...{ definition, parent, nodes, resolve, isPlain, writer },
      isOfParent: isPlain && writer.isOfValue,
    };
  }

  private writer(type: GraphQLOutputType, nodes: readonly FieldNode[]): Writer {
    if (isNonNullType(type)) return writerOf.nonNull(this.writer(type.ofType, nodes));
    if (isListType(type)) return writerOf.list(this.writer(type.ofType, nodes));
    if (isLeafType(type)) return writerOf.leaf(type);
    if (!isObjectType(type)) throw new Unplanned();
    const sets = nodes.map(({ selectionSet }) => selectionSet).filter((set) => set !== undefined);
    return writerOf.object(this.fieldsOf(sets, type), this.room);
  }
}

/** Whether a field reads its parent and nothing else. */
const isReading = ({ args }: Definition, resolve: Definition['resolve']): boolean =>
  args.length === 0 && resolve?.length === 1;
