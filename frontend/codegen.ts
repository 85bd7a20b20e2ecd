import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../backend/schema.graphql',
  documents: ['app/**/*.ts', 'app/**/*.tsx', 'features/**/*.ts', 'features/**/*.tsx', 'components/**/*.ts'],
  ignoreNoDocuments: true,
  generates: {
    'graphql/generated/documents.json': { plugins: ['./graphql/build/document-texts.cjs'] },
    'graphql/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
