import type { Facet, Facets, Named } from '../../../shared/pipeline-event';
import { textDigest } from '../../../shared/text-digest';
import type { ResultStatement, RuleStatement } from '../../metadata-patch';
import { refOf } from './ref-of';
import { listIn, objectIn, textIn } from './said';

const MOST_CHECKS = 1_000;
const LONGEST_NAME = 400;
const LONGEST_MESSAGE = 4_000;

/** A dataset that a run read or wrote, as its producer spells it. */
export interface CheckedDataset extends Named {
  readonly facets: Facets;
  readonly useFacets: Facets;
}

/** What an event says of checks: `at` is its time, `job` the key of its job. */
export interface CheckedEvent {
  readonly at: Date;
  readonly job: string;
  readonly runFacets: Facets;
  readonly inputs: readonly CheckedDataset[];
  readonly outputs: readonly CheckedDataset[];
}

/** A check and what running it gave. */
export interface CheckStatements {
  readonly rule: RuleStatement;
  readonly result: ResultStatement;
}

/**
 * Checks and their results: `dataQualityAssertions` of datasets (which producers put beside the use of a dataset, beside
 * the dataset, or both), and the `test` facet of a run, which is about what the run read.
 */
export function checksOf({ at, job, runFacets, inputs, outputs }: CheckedEvent): CheckStatements[] {
  const asserted = [...inputs, ...outputs].flatMap((dataset) => {
    const facets = [dataset.useFacets['dataQualityAssertions'], dataset.facets['dataQualityAssertions']];
    const said = facets.flatMap((facet) => listIn(facet?.['assertions']).map(objectIn));
    return said.flatMap((assertion) => {
      const status = statusOf(assertion);
      const type = textIn(assertion['assertion']);
      return status === null || type === null
        ? []
        : [check(`${dataset.namespace}|${dataset.name}`, [dataset], type, assertion, at, status)];
    });
  });
  const tests = listIn(runFacets['test']?.['tests']).map(objectIn);
  const subjects = inputs.length > 0 ? inputs : outputs;
  const tested = tests.flatMap((test) => {
    const status = STATUSES[textIn(test['status'])?.toLowerCase() ?? ''];
    const type = textIn(test['type']) ?? textIn(test['name']);
    return status === undefined || type === null || subjects.length === 0
      ? []
      : [check(job, subjects, type, test, at, status)];
  });
  const byKey = new Map([...asserted, ...tested].map((one) => [one.rule.key, one]));
  return [...byKey.values()].slice(0, MOST_CHECKS);
}

const STATUSES: Readonly<Record<string, ResultStatement['status']>> = {
  pass: 'PASSED',
  fail: 'FAILED',
  skip: 'SKIPPED',
};

function statusOf({ success }: Facet): ResultStatement['status'] | null {
  if (success === true) return 'PASSED';
  return success === false ? 'FAILED' : null;
}

function check(
  about: string,
  subjects: readonly Named[],
  type: string,
  said: Facet,
  at: Date,
  status: ResultStatement['status'],
): CheckStatements {
  const rule = { ...ruleOf(about, type, said), subjects: subjects.map((one) => refOf(one)) };
  const message = status === 'FAILED' ? failureOf(said) : null;
  const result: ResultStatement = { kind: 'result', ruleKey: rule.key, executedAt: at, status };
  return { rule, result: message === null ? result : { ...result, message } };
}

function ruleOf(about: string, type: string, said: Facet): Omit<RuleStatement, 'subjects'> {
  const column = textIn(said['column']);
  const usual = column === null ? type : `${type} ${column}`;
  const name = (textIn(said['name']) ?? usual).slice(0, LONGEST_NAME);
  const parameters = parametersOf(said);
  const description = textIn(said['description'])?.slice(0, LONGEST_MESSAGE);
  return {
    kind: 'rule',
    key: `ol:check:${textDigest(JSON.stringify([about, type, column, name, parameters]))}`,
    name,
    type: type.slice(0, LONGEST_NAME),
    severity: /^warn/i.test(textIn(said['severity']) ?? '') ? 'warning' : 'error',
    parameters,
    ...(column === null ? {} : { column }),
    ...(description === undefined ? {} : { description }),
  };
}

/** What the check asks for, as far as that is no outcome. */
function parametersOf(said: Facet): Readonly<Record<string, unknown>> {
  const { params, content, expected } = said;
  return {
    ...objectIn(params),
    ...(typeof content === 'string' ? { content: content.slice(0, LONGEST_MESSAGE) } : {}),
    ...(typeof expected === 'string' ? { expected: expected.slice(0, LONGEST_NAME) } : {}),
  };
}

function failureOf({ expected, actual }: Facet): string | null {
  const parts = Object.entries({ expected, actual }).flatMap(([word, value]) =>
    value === undefined || value === null
      ? []
      : [`${word} ${typeof value === 'string' ? value : JSON.stringify(value)}`],
  );
  return parts.length === 0 ? null : parts.join(', ').slice(0, LONGEST_MESSAGE);
}
