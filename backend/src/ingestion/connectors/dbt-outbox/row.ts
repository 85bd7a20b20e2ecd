/** What the dbt package writes into its outbox, as it writes it. Source: integrations/dbt. */
import { z } from 'zod';

const text = z.string().nullish();

/** One row; `payload` is JSON in a text, or already read. `id` and `namespace` are for whoever drains it. */
export const Row = z.object({
  project: z.string().min(1).max(500),
  invocation_id: z.string().min(1).max(500),
  unique_id: z.string().min(1),
  kind: z.string().min(1),
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]),
  created_at: text,
});
export type Row = z.infer<typeof Row>;

/** The invocation that wrote a row; the same in all its rows. */
export const Run = z.object({
  started_at: text,
  dbt_version: text,
  adapter: text,
  owner: text,
});
export type Run = z.infer<typeof Run>;

const BuiltColumn = z.object({ name: z.string(), type: text });
export type BuiltColumn = z.infer<typeof BuiltColumn>;

const Parent = z.object({ unique_id: z.string(), relation_name: text });
export type Parent = z.infer<typeof Parent>;

const Owner = z.object({ name: text, email: z.union([z.string(), z.array(z.string())]).nullish() });

/** What a row says; `node` and `result` are read as the artifacts' own, by whoever knows their type. */
export const Facts = z.object({
  v: z.number(),
  run: Run,
  node: z.record(z.string(), z.unknown()).nullish(),
  result: z.record(z.string(), z.unknown()).nullish(),
  /** Of what was built: all columns, in order, with the warehouse's types. */
  columns: z.array(BuiltColumn).nullish(),
  parents: z.array(Parent).nullish(),
  group_owner: Owner.nullish(),
  checksum: text,
  omitted_code: z.object({ length: z.number(), md5: text }).nullish(),
});
export type Facts = z.infer<typeof Facts>;

/** A row as far as it was understood, with what had to be left out of it. */
export interface KnownRow extends Omit<Row, 'payload'> {
  readonly facts: Facts;
  readonly oddities: readonly string[];
}

/** A line of the document that is no row of an outbox, and why. */
export interface Fault {
  readonly place: string;
  readonly reason: string;
}
