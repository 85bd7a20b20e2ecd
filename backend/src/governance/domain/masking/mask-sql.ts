import type { Mask } from './masks';

/** Databases for which the masks are spelt. */
export const MASK_DIALECTS = ['postgres', 'snowflake', 'bigquery', 'duckdb'] as const;
export type MaskDialect = (typeof MASK_DIALECTS)[number];

/** How a dialect says what the masks need; `x` is an expression of type text. */
interface Words {
  readonly text: (x: string) => string;
  readonly isEmail: (x: string) => string;
  readonly digits: (x: string) => string;
  readonly local: (x: string) => string;
  readonly domain: (x: string) => string;
  readonly quote: (name: string) => string;
}

const doubled = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const WORDS: Readonly<Record<MaskDialect, Words>> = {
  postgres: {
    text: (x) => `cast(${x} as text)`,
    isEmail: (x) => `${x} ~ '^.+@[A-Za-z0-9.-]+$'`,
    digits: (x) => `regexp_replace(${x}, '[^0-9]', '', 'g')`,
    local: (x) => `regexp_replace(${x}, '@[A-Za-z0-9.-]+$', '')`,
    domain: (x) => `substring(${x} from '[A-Za-z0-9.-]+$')`,
    quote: doubled,
  },
  snowflake: {
    text: (x) => `cast(${x} as varchar)`,
    isEmail: (x) => `regexp_like(${x}, '.+@[A-Za-z0-9.-]+', 's')`,
    digits: (x) => `regexp_replace(${x}, '[^0-9]', '')`,
    local: (x) => `regexp_replace(${x}, '@[A-Za-z0-9.-]+$', '')`,
    domain: (x) => `regexp_substr(${x}, '[A-Za-z0-9.-]+$')`,
    quote: doubled,
  },
  bigquery: {
    text: (x) => `cast(${x} as string)`,
    isEmail: (x) => `regexp_contains(${x}, r'(?s)^.+@[A-Za-z0-9.-]+\\z')`,
    digits: (x) => `regexp_replace(${x}, r'[^0-9]', '')`,
    local: (x) => `regexp_replace(${x}, r'@[A-Za-z0-9.-]+\\z', '')`,
    domain: (x) => `regexp_extract(${x}, r'[A-Za-z0-9.-]+\\z')`,
    quote: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  },
  duckdb: {
    text: (x) => `cast(${x} as varchar)`,
    isEmail: (x) => `regexp_matches(${x}, '(?s)^.+@[A-Za-z0-9.-]+\\z')`,
    digits: (x) => `regexp_replace(${x}, '[^0-9]', '', 'g')`,
    local: (x) => `regexp_replace(${x}, '@[A-Za-z0-9.-]+\\z', '')`,
    domain: (x) => `regexp_extract(${x}, '[A-Za-z0-9.-]+\\z')`,
    quote: doubled,
  },
};

/** The mask of a column as an SQL expression; the column's name is quoted, so that any name is safe. */
export function maskSql(mask: Mask, dialect: MaskDialect, column: string): string {
  const words = WORDS[dialect];
  return EXPRESSIONS[mask](words.text(words.quote(column)), words);
}

const EXPRESSIONS: Readonly<Record<Mask, (x: string, words: Words) => string>> = {
  email: (x, { isEmail, local, domain }) =>
    `case when ${isEmail(x)} then ` +
    `case when length(${local(x)}) < 3 then repeat('*', length(${local(x)})) ` +
    `else concat(left(${local(x)}, 1), repeat('*', length(${local(x)}) - 2), right(${local(x)}, 1)) end ` +
    `|| '@' || ${domain(x)} else repeat('*', length(${x})) end`,
  phone: (x, { digits }) =>
    `case when length(${digits(x)}) >= 7 then repeat('*', length(${x}) - 4) || right(${digits(x)}, 4) ` +
    `else repeat('*', length(${x})) end`,
  ssn: (x, { digits }) =>
    `case when ${x} is null then null when length(${digits(x)}) = 9 then 'XXX-XX-' || right(${digits(x)}, 4) ` +
    `else 'XXX-XX-XXXX' end`,
};
