import { CLASSIFICATION_LEVELS } from '../../../shared/vocabulary';
import { limit, type Check } from './checks';
import { anyGlob } from './glob';
import { compliant, evidenceOf, notApplicable, unknown, violation, type Evidence, type Verdict } from './finding';
import type { Demanding } from './merge';
import type { Policy, Requirement } from './policy';
import { namedCategories } from './selector';
import type { ColumnSubject } from './subject';

const PERSONAL = ['PII', 'PHI'];

/** A fact of the asset as evidence. */
const said = (attribute: string, value: unknown): Evidence => ({ attribute, value, source: 'asset', at: null });

const classification: Check = ({ subject: { level, categories } }) => {
  if (level === null && categories.length === 0) {
    return [violation('UNCLASSIFIED', 'Nobody has classified it', [said('classification', null)])];
  }
  return [compliant(said('classification', { level: CLASSIFICATION_LEVELS[(level ?? 0) - 1] ?? null, categories }))];
};

const owner: Check = ({ subject }) =>
  subject.owner === null
    ? [violation('OWNER_MISSING', 'Nobody answers for it', [said('owner', null)])]
    : [compliant(said('owner', subject.owner))];

const description: Check = ({ subject, policies }) => {
  const needed = Math.max(...policies.map(({ require }) => require.description?.minLength ?? 1));
  const length = (subject.description ?? '').trim().length;
  const evidence = [said('description.length', length), limit('description.minLength', needed)];
  if (length >= needed) return [compliant(...evidence)];
  const message =
    length === 0 ? 'Has no description' : `Its description has ${length} characters but ${needed} are required`;
  return [violation('DESCRIPTION_MISSING', message, evidence)];
};

const contract: Check = ({ subject }) => {
  const evidence = evidenceOf('contract', subject.contract);
  if (subject.contract.value === true) return [compliant(evidence)];
  return [violation('CONTRACT_MISSING', 'No contract is enforced on it', [evidence])];
};

const tests: Check = ({ subject, policies }) => {
  const missing = policies.flatMap((policy) => missingTests(policy, subject.tests));
  const evidence = [said('tests', subject.tests.length)];
  const [first, ...others] = missing;
  if (!first) return [compliant(...evidence)];
  const message = [...new Set(missing.map(({ text }) => text))].join('; ');
  return [
    violation('TESTS_MISSING', message, evidence, { broken: [first.policy, ...others.map(({ policy }) => policy)] }),
  ];
};

function missingTests(
  policy: Policy,
  all: readonly { type: string; severity: string }[],
): { policy: Policy; text: string }[] {
  const wanted = policy.require.tests;
  if (!wanted) return [];
  const counted = all.filter(({ severity }) => wanted.severity === undefined || severity === wanted.severity);
  const kind = wanted.severity === undefined ? '' : ` of severity ${wanted.severity}`;
  const lacking = wanted.types.filter((type) => !counted.some((test) => test.type === type));
  const few = counted.length < wanted.min ? [`Has ${counted.length} tests${kind} but ${wanted.min} are required`] : [];
  const none = lacking.length > 0 ? [`Has no ${lacking.join(', no ')} test${kind}`] : [];
  return [...few, ...none].map((text) => ({ policy, text }));
}

const layerRule: Check = ({ subject, policies }) => {
  const denied = new Set(policies.flatMap(({ require }) => require.layerRule?.denyUpstreamLayers ?? []));
  const wrong = subject.upstream.filter(({ layer }) => layer !== null && denied.has(layer));
  const [first] = wrong;
  const evidence = [
    limit('denyUpstreamLayers', [...denied]),
    ...wrong.map(({ name, layer }) => said(`upstream ${name}`, layer)),
  ];
  if (!first) return [compliant(...evidence)];
  const names = wrong.slice(0, 3).map(({ name, layer }) => `${name} (${layer ?? ''})`);
  const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : '';
  const path = [
    { assetId: first.publicId, column: null },
    { assetId: subject.publicId, column: null },
  ];
  return [violation('LAYER_RULE', `Reads ${names.join(', ')}${more}, which its layer may not`, evidence, { path })];
};

/** Categories whose columns a policy wants masked: those it names, those it selects by, or all of people. */
function categoriesOf(policy: Policy): readonly string[] {
  const named = policy.require.anonymization?.categories ?? namedCategories(policy.match);
  return named.length > 0 ? named : PERSONAL;
}

const anonymization: Check = ({ subject, policies }) => {
  const fits = policies.map((policy) => ({ policy, fits: anyGlob(categoriesOf(policy)) }));
  const columns = subject.columns.filter(({ categories }) => fits.some((one) => categories.some(one.fits)));
  if (columns.length === 0) return [notApplicable('It has no column of these categories')];
  return columns.map((column) => {
    const asking = fits.filter((one) => column.categories.some(one.fits)).map(({ policy }) => policy);
    return masked(column, subject.layer, asking, policies);
  });
};

function masked(column: ColumnSubject, layer: string | null, asking: readonly Policy[], all: Demanding): Verdict {
  const evidence = [
    said(`${column.path}.categories`, column.categories),
    said(`${column.path}.isMasked`, column.isMasked),
    said('layer', layer),
  ];
  if (column.isMasked) return { ...compliant(...evidence), column: column.path };
  const outside = asking.filter(({ require }) => !require.anonymization?.outsideLayers.includes(layer ?? ''));
  const [first = all[0], ...others] = outside;
  if (outside.length === 0) return { ...compliant(...evidence), column: column.path };
  const where = [...new Set(outside.flatMap(({ require }) => require.anonymization?.outsideLayers ?? []))];
  if (layer === null && where.length > 0) {
    const text = `Column ${column.path} must be masked outside ${where.join(', ')} but nobody says in which layer it is`;
    return { ...unknown(text, ...evidence), column: column.path };
  }
  const limits = where.length > 0 ? ` outside ${where.join(', ')}` : '';
  const message = `Anonymization required but column ${column.path} (${column.categories.join(', ')}) is not masked${limits}`;
  return violation('ANONYMIZATION_REQUIRED', message, evidence, { column: column.path, broken: [first, ...others] });
}

/** The checks of what is known about an asset, and of its columns. */
export const HYGIENE_CHECKS: Partial<Readonly<Record<Requirement, Check>>> = {
  classification,
  owner,
  description,
  contract,
  tests,
  layerRule,
  anonymization,
};
