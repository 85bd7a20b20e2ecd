import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { REQUIRED } from '../../src/access';
import type { GivenApp } from './app';

/** A root field, a field of its own resolver, or a route, with what it declares. */
export interface Operation {
  readonly name: string;
  readonly requirement: string;
}

export interface Route extends Operation {
  readonly method: string;
  /** With any parameter filled in. */
  readonly path: string;
}

type Handlers = readonly { readonly owner: string; readonly name: string; readonly handler: object }[];
type Classes = 'controllers' | 'providers';

/** Every method of every controller or provider of the application. */
function handlersOf({ app }: GivenApp, kind: Classes): Handlers {
  const wrappers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module[kind].values()]);
  const classes = new Set(wrappers.map(({ metatype }) => metatype).filter((type) => typeof type === 'function'));
  return [...classes].flatMap((type) => {
    const prototype = type.prototype as Record<string, unknown> | undefined;
    const names = prototype ? Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor') : [];
    return names.flatMap((name) => {
      const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown;
      return typeof handler === 'function' ? [{ owner: type.name, name, handler }] : [];
    });
  });
}

const requirementOf = (handler: object): string => String(Reflect.getMetadata(REQUIRED, handler) ?? 'undeclared');

/** The same, as the schema carries it. */
function requirementIn(extensions: Readonly<Record<string | symbol, unknown>>): string {
  const requirement = extensions[REQUIRED];
  return typeof requirement === 'string' ? requirement : 'undeclared';
}

/** Every route of every controller. */
export function routesOf(given: GivenApp): Route[] {
  const controllers = [...given.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  const prefixes = new Map(
    controllers.map(({ metatype, name }) => [String(name), String(Reflect.getMetadata('path', metatype ?? {}))]),
  );
  return handlersOf(given, 'controllers').flatMap(({ owner, handler }) => {
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'GET';
    const pattern = `/${[prefixes.get(owner) ?? '', path]
      .flatMap((part) => part.split('/'))
      .filter(Boolean)
      .join('/')}`;
    const name = `${method} ${pattern}`;
    return [{ name, method, path: pattern.replace(/[:*]\w+/g, 'x'), requirement: requirementOf(handler) }];
  });
}

/** Query and Mutation of the running schema, with what the guard reads from their resolvers. */
export function rootFieldsOf(given: GivenApp): (Operation & {
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
})[] {
  const schema = schemaOf(given);
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(type?.getFields() ?? {}).map((field) => ({
      kind,
      field,
      name: `${kind} ${field.name}`,
      requirement: requirementIn(field.extensions),
    }));
  });
}

/** Fields below the root that ask for more than their root does. */
export function guardedFieldsOf(given: GivenApp): Operation[] {
  const types = Object.values(schemaOf(given).getTypeMap()).filter(isObjectType);
  return types
    .filter(({ name }) => !['Query', 'Mutation'].includes(name))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => field.extensions[REQUIRED] !== undefined)
    .map(({ type, field }) => ({ name: `${type.name}.${field.name}`, requirement: requirementIn(field.extensions) }));
}

/** Field resolvers that declare something, by the name of their method: the schema must carry each. */
export function declaredFieldResolversOf(given: GivenApp): string[] {
  return handlersOf(given, 'providers')
    .filter(({ handler }) => Reflect.hasMetadata('graphql:resolve_property', handler))
    .filter(({ handler }) => Reflect.hasMetadata(REQUIRED, handler))
    .map(({ handler, name }) => String(Reflect.getMetadata('graphql:resolver_name', handler) ?? name));
}

const schemaOf = ({ app }: GivenApp): GraphQLSchema => app.get(GraphQLSchemaHost, { strict: false }).schema;
