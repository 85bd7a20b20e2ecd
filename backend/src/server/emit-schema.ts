import { MODULE_METADATA } from '@nestjs/common/constants';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { DOMAINS } from '../app.module';

type Class = new (...args: never[]) => unknown;
const RESOLVER = 'graphql:resolver_type';

/** The resolver classes that a module lists. */
export function resolversOf(module: Class): Class[] {
  const providers = (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as unknown[];
  return providers.filter((provider): provider is Class => {
    return typeof provider === 'function' && Reflect.hasMetadata(RESOLVER, provider);
  });
}

/** The schema as the code declares it, without a server or a database. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    return await app.get(GraphQLSchemaFactory).create(DOMAINS.flatMap(resolversOf));
  } finally {
    await app.close();
  }
}

/** The API's contract: what `backend/schema.graphql` must say. Sorted, so that a diff shows a change and no move. */
export async function emitSchema(): Promise<string> {
  const text = printSchema(lexicographicSortSchema(await buildSchema()));
  return `# Written by \`npm run schema -w backend\`; a test holds it to the code.\n\n${text}\n`;
}
