import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isObjectType, isInputObjectType, type GraphQLSchema } from 'graphql';
import { buildSchema, emitSchema } from '../src/server/emit-schema';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

it('is what backend/schema.graphql says: run `npm run schema -w backend` after a change', async () => {
  const committed = readFileSync(resolve(__dirname, '../schema.graphql'), 'utf8');
  expect(await emitSchema()).toBe(committed);
});

it('describes every type and every field', () => {
  const undescribed = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => {
      const isFolder = type === schema.getQueryType() || type === schema.getMutationType();
      const own = type.description || isFolder ? [] : [type.name];
      if (!isObjectType(type) && !isInputObjectType(type)) return own;
      const fields: { name: string; description?: string | null }[] = Object.values(type.getFields());
      return [...own, ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`)];
    });
  expect(undescribed).toEqual([]);
});
