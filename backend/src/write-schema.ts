import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { emitSchema } from './server/emit-schema';

const TARGET = resolve(__dirname, '..', process.argv[2] ?? 'schema.graphql');

emitSchema().then(
  (text) => writeFileSync(TARGET, text),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
