import type { Facets } from '../../../shared/pipeline-event';
import type { AssetFacts, EdgeKind, EdgeSubtype } from '../../../shared/vocabulary';
import type { AssetRef, AssetStatement, ColumnEdgeClaim, EdgeClaim } from '../../metadata-patch';
import { commonFacts } from './common-facts';
import { refOf } from './ref-of';
import { objectIn, textIn } from './said';
import { statementKey } from './statement-key';

/** Facets of a job that its statement is made of. */
export const JOB_FACETS = [
  'documentation',
  'ownership',
  'tags',
  'jobType',
  'sql',
  'sourceCode',
  'sourceCodeLocation',
] as const;

/** What a job reads and writes; edges by number of place. */
export interface KnownIo {
  readonly places: readonly (readonly [namespace: string, name: string, kind?: 'JOB'])[];
  readonly edges: readonly (readonly [upstream: number, downstream: number, kind?: 'INDIRECT'])[];
  readonly columnEdges: readonly {
    readonly from: number;
    readonly column: string;
    readonly to: number;
    readonly toColumn: string;
    readonly kind: EdgeKind;
    readonly subtype: EdgeSubtype;
    readonly masking: boolean;
  }[];
}

export interface KnownJob {
  readonly namespace: string;
  readonly name: string;
  readonly facets: Facets;
  /** Null: it has not been seen to read or write anything. */
  readonly io: KnownIo | null;
}

/** Key of a job's statement. */
export const jobKey = ({ namespace, name }: { readonly namespace: string; readonly name: string }): string =>
  statementKey('job', namespace, name);

/** What events say of a job, all of them together, and of what it feeds. */
export function jobStatement(job: KnownJob): AssetStatement {
  const whole = statementOf(job);
  const spelling = { namespace: job.namespace, name: whole ?? job.name, quoting: 'NONE' } as const;
  const subject = { spelling, isJob: true };
  const statement: AssetStatement = {
    kind: 'asset',
    key: jobKey(job),
    subject,
    facts: whole === null ? factsOf(job.facets) : { type: 'JOB' },
  };
  if (job.io === null) return statement;
  const { places, edges, columnEdges } = job.io;
  const placed = (number: number): AssetRef => {
    const [namespace = '', name = '', kind] = places[number] ?? [];
    return refOf({ namespace, name }, kind);
  };
  return {
    ...statement,
    edges: edges.map(([from, to, kind]): EdgeClaim => ({
      upstream: placed(from),
      downstream: placed(to),
      job: subject,
      ...(kind === undefined ? {} : { kind }),
    })),
    columnEdges: columnEdges.map(({ from, column, to, toColumn, kind, subtype, masking }): ColumnEdgeClaim => ({
      upstream: placed(from),
      upstreamColumn: column,
      downstream: placed(to),
      downstreamColumn: toColumn,
      kind,
      subtype,
      masking,
    })),
  };
}

/** dbt tells of each statement of a model as a job: `model.shop.orders.sql.2`. What it does the model does. */
function statementOf({ name, facets }: KnownJob): string | null {
  const isDbt = textIn(objectIn(facets['jobType'])['integration'])?.toUpperCase() === 'DBT';
  return isDbt ? (/^(.+)\.sql\.\d+$/.exec(name)?.[1] ?? null) : null;
}

function factsOf(facets: Facets): AssetFacts {
  const said = codeOf(facets);
  const properties = propertiesOf(facets, said?.dialect ?? null);
  return {
    ...commonFacts(facets),
    type: 'JOB',
    ...(said === null ? {} : { code: { language: said.language, text: said.text } }),
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
  };
}

interface SaidCode {
  readonly language: string;
  readonly text: string;
  /** Of SQL, as the producer calls it; null when it does not. */
  readonly dialect: string | null;
}

function codeOf(facets: Facets): SaidCode | null {
  const said = objectIn(facets['sql']);
  const sql = textIn(said['query']);
  if (sql !== null) return { language: 'sql', text: sql, dialect: dialectIn(said['dialect']) };
  const source = objectIn(facets['sourceCode']);
  const text = textIn(source['sourceCode']);
  if (text === null) return null;
  const language = textIn(source['language'])?.toLowerCase() ?? 'text';
  return SQL_LANGUAGE.test(language)
    ? { language: 'sql', text, dialect: dialectIn(language) }
    : { language, text, dialect: null };
}

/** SQL, Spark SQL, PostgreSQL, T-SQL … */
const SQL_LANGUAGE = /^[a-z]*[ -]?sql$/;

const dialectIn = (said: unknown): string | null => {
  const word = textIn(said)?.trim().toLowerCase().replace(' ', '') ?? '';
  return word === '' || word === 'sql' ? null : word;
};

function propertiesOf(facets: Facets, sqlDialect: string | null): Record<string, string> {
  const type = objectIn(facets['jobType']);
  const location = objectIn(facets['sourceCodeLocation']);
  const said = {
    processingType: textIn(type['processingType']),
    integration: textIn(type['integration']),
    jobType: textIn(type['jobType']),
    codeUrl: webAddress(textIn(location['url'])),
    codePath: textIn(location['path']),
    codeVersion: textIn(location['version']),
    sqlDialect,
  };
  return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Only what a browser may open: a producer's text becomes a link. */
const webAddress = (text: string | null): string | null => (text !== null && /^https?:\/\//i.test(text) ? text : null);
