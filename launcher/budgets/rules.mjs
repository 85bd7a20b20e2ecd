// @ts-check
/** @typedef {import('./sources.mjs').Source} Source */
/** @typedef {{ name: string, breaches: (sources: Source[]) => string[] }} Budget */

const LONGEST = 250;
const P95 = 180;
const MEDIAN = 60;
const CODE = /\.(ts|tsx|mts|mjs|cjs|js)$/;
const VAGUE_NAME = /(^|-)(utils?|helpers?)(\.|$)|^(common|misc)(\.|$)/;
const KEBAB_NAME = /^(\[{1,2}(\.{3})?[\w-]+\]{1,2}|[._]?[a-z0-9-]+(\.[a-z0-9-]+)*)$/;

/** @type {Budget[]} */
export const budgets = [
  {
    name: `no file over ${LONGEST} lines`,
    breaches: (sources) => productive(sources).filter(isCodeOrSql).filter(isLong).map(lengthOf),
  },
  { name: `half of the files within ${MEDIAN} lines, 95 % within ${P95}`, breaches: spread },
  { name: 'no file named for nothing in particular', breaches: vagueNames },
  {
    name: 'no `any` in comments that declare types',
    breaches: (sources) => code(sources).flatMap(find(/@(type|param|returns|typedef|property)\b.*\{[^}]*\bany\b/)),
  },
  {
    name: 'no rule switched off without a reason',
    breaches: (sources) => code(sources).flatMap(find(/(?:es|ox)lint-disable(?!.* -- \S)|@ts-ignore|@ts-nocheck/)),
  },
  {
    name: 'no test skipped or singled out',
    breaches: (sources) => code(sources).flatMap(find(/\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|describe)\(/)),
  },
  { name: 'every .sql file says what it does', breaches: (sources) => sql(sources).flatMap(undescribedSql) },
  {
    name: 'every exported function of the backend is described',
    breaches: (sources) => backend(sources).flatMap(undescribedFunctions),
  },
];

/** @param {Source[]} sources */
const productive = (sources) => sources.filter((source) => !source.isSpec);

/** These rules name what they look for, so this folder is left out. @param {Source[]} sources */
const code = (sources) => sources.filter(({ file }) => CODE.test(file) && !file.startsWith('launcher/budgets/'));

/** @param {Source[]} sources */
const sql = (sources) => sources.filter(({ file }) => file.endsWith('.sql') && !file.startsWith('integrations/dbt'));

/** @param {Source[]} sources */
const backend = (sources) =>
  productive(sources).filter(({ file }) => file.startsWith('backend/src/') && file.endsWith('.ts'));

/** Style sheets are lists, not trains of thought. @param {Source} source */
const isCodeOrSql = ({ file }) => CODE.test(file) || file.endsWith('.sql');

/** @param {Source} source */
const isLong = (source) => source.lines.length > LONGEST;

/** @param {Source} source */
const lengthOf = (source) => `${source.file}: ${source.lines.length} lines`;

/** @param {Source[]} sources */
function spread(sources) {
  const lengths = productive(code(sources))
    .map((source) => source.lines.length)
    .sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => lengths[Math.floor(lengths.length * share)] ?? 0;
  const found = [];
  if (at(0.5) > MEDIAN) found.push(`the median file has ${at(0.5)} lines`);
  if (at(0.95) > P95) found.push(`5 % of the files have more than ${at(0.95) - 1} lines`);
  return found;
}

/** @param {Source[]} sources */
function vagueNames(sources) {
  return sources.flatMap(({ file }) => {
    const parts = file.split('/');
    const vague = parts.find((part) => VAGUE_NAME.test(part));
    const odd = parts.find((part) => !KEBAB_NAME.test(part) && !part.startsWith('(') && !part.startsWith('@'));
    if (vague !== undefined) return [`${file}: "${vague}" does not say what it holds`];
    return odd === undefined ? [] : [`${file}: "${odd}" is not in kebab-case`];
  });
}

/**
 * @param {RegExp} pattern
 * @returns {(source: Source) => string[]}
 */
function find(pattern) {
  return ({ file, lines }) =>
    lines.flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
}

/** @param {Source} source */
function undescribedSql({ file, text, lines }) {
  if (!/^-- \S/.test(lines[0] ?? '')) return [`${file}: begins without a sentence that says what it does`];
  if (!file.includes('/queries/')) return [];
  const body = lines.filter((line) => !line.startsWith('--')).join('\n');
  const used = [...new Set(body.match(/\$\d+/g) ?? [])];
  const header = lines.filter((line) => line.startsWith('--')).join('\n');
  const missing = used.filter((parameter) => !header.includes(`${parameter} `));
  const found = missing.map((parameter) => `${file}: ${parameter} is not described`);
  const returnsRows = /^\s*(select|with)\b/i.test(body) || /\breturning\b/i.test(body);
  if (returnsRows && !/^-- →/m.test(text)) found.push(`${file}: does not say what it returns (-- → …)`);
  return found;
}

/** @param {Source} source */
function undescribedFunctions({ file, lines }) {
  return lines.flatMap((line, index) => {
    if (!/^export (async )?function\b|^export const \w+ = (async )?\(/.test(line)) return [];
    const before = lines.slice(0, index).findLast((earlier) => !earlier.startsWith('export function'));
    return before?.trimEnd().endsWith('*/') === true ? [] : [`${file}:${index + 1}: ${line.trim()}`];
  });
}
