import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isObjectType,
  type GraphQLField,
  type GraphQLOutputType,
} from 'graphql';
import { permissionsOfRole, seesEverything, type Permission } from '../src/access/domain/permission';
import { anyCall } from './given/any-call';
import { givenApp, type GivenApp } from './given/app';
import { rootFieldsOf, routesOf } from './given/operations';
import { givenPerson, givenSession, givenToken } from './given/people';
import { ABOUT_ASSETS, ABOUT_NO_ASSET, ROUTES_ABOUT_ASSETS, WRITES_ABOUT_NO_ASSET } from './given/restricted-questions';
import { givenTarget, givenViolations, STATES, type State, type Target } from './given/restricted-target';

const ROLES = ['viewer', 'contributor', 'steward', 'admin', 'ingestor'] as const;
type MatrixRole = (typeof ROLES)[number];

let given: GivenApp;
let people: string[];
let shared: Target[];
const credentials: Record<string, Record<string, string>> = { nobody: {} };
beforeAll(async () => {
  given = await givenApp();
  people = [];
  for (const role of ['VIEWER', 'CONTRIBUTOR', 'STEWARD', 'ADMIN'] as const) {
    people.push(await givenPerson(given, role.toLowerCase(), role));
    const cookie = await givenSession(given, role.toLowerCase());
    credentials[role.toLowerCase()] = { cookie, 'sec-fetch-site': 'same-origin' };
  }
  credentials['ingestor'] = { authorization: `Bearer ${await givenToken(given, 'INGESTOR')}` };
  shared = await targets();
});
afterAll(() => given.close());

/** One of each state. */
async function targets(): Promise<Target[]> {
  const made: Target[] = [];
  for (const state of STATES) made.push(await givenTarget(given, state, people));
  await givenViolations(given, made);
  return made;
}

const may = (role: MatrixRole, requirement: string): boolean =>
  requirement === 'public' || permissionsOfRole(role).has(requirement as Permission);
const isLimited = (role: MatrixRole): boolean => !seesEverything(permissionsOfRole(role));

/** With whatever differs between two alike taken out. */
function alike(text: string, target: Target): string {
  const own: [string, string][] = [
    [target.id, 'ID'],
    [target.upstreamId, 'UP'],
    [target.downstreamId, 'DOWN'],
    [target.runId, 'RUN'],
    [target.violationId, 'VIOLATION'],
    [target.name, 'NAME'],
    [target.name.split('.').slice(1).join('.'), 'NAME'],
    [target.name.split('.')[1] ?? '', 'SCHEMA'],
    [`zz_${target.state}`, 'LAST'],
  ];
  const plain = own.reduce((before, [mine, word]) => before.replaceAll(mine, word), text);
  return plain
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replace(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g, 'TIME')
    .replace(/"score":[0-9.]+/g, '"score":0')
    .replace(/"(locations|column|line)":\[?[^\],}]*\]?/g, '');
}

async function ask(kind: string, field: string, role: string): Promise<string> {
  const response = await fetch(`${given.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...credentials[role] },
    body: JSON.stringify({ query: `${kind} { ${field} }` }),
  });
  return response.text();
}

async function get(path: string, role: string, method = 'GET'): Promise<string> {
  const isWrite = !['GET', 'HEAD'].includes(method);
  const response = await fetch(given.url + path, {
    method,
    headers: { ...(isWrite ? { 'content-type': 'application/json' } : {}), ...credentials[role] },
    ...(isWrite ? { body: '{ not json' } : {}),
  });
  return `${String(response.status)} ${await response.text()}`;
}

/** The state as which this caller must find an asset. Only people are granted access. */
function looksLike(role: MatrixRole, state: State): State {
  if (state === 'restricted' && isLimited(role)) return 'absent';
  if (state === 'granted' && role === 'ingestor') return 'absent';
  return state === 'absent' ? 'absent' : 'visible';
}

/** Two states that must look alike and do not. `answers`: by state. */
function unlike(role: MatrixRole, name: string, answers: Readonly<Record<string, string>>): string[] {
  return STATES.flatMap((state) => {
    const expected = looksLike(role, state);
    if (answers[state] === answers[expected]) return [];
    return [`${role}: ${name} · ${state} is not as ${expected}\n${answers[state] ?? ''}\n${answers[expected] ?? ''}`];
  });
}

/** A bug here, or a question that says nothing. */
const FAILURE = /"code":"INTERNAL"|^5\d\d |Cannot query|Unknown |must have a selection|Field .* (is )?not/m;

/** Who has access, or may lift a restriction, is told so: these are not as for others. */
const DIFFERENT: Readonly<Record<string, readonly State[]>> = {
  'mutation requestAccess': ['granted'],
  'mutation requestAccessByName': ['granted'],
  'mutation restrict': ['restricted', 'granted'],
};

/** The answers in order; those of questions that change nothing are asked for together. */
async function inTurn(
  questions: readonly string[],
  answer: (question: string) => Promise<string>,
  together: boolean,
): Promise<string[]> {
  if (together) return Promise.all(questions.map(answer));
  const answers: string[] = [];
  for (const question of questions) answers.push(await answer(question));
  return answers;
}

async function cells(
  role: MatrixRole,
  name: string,
  targetsOfCell: readonly Target[],
  questionsOf: (target: Target) => readonly string[],
  answer: (question: string) => Promise<string>,
): Promise<string[]> {
  const together = !name.startsWith('mutation');
  const answers: Record<string, string> = {};
  for (const target of targetsOfCell) {
    const all = await inTurn(questionsOf(target), answer, together);
    answers[target.state] = all.map((text) => alike(text, target)).join('\n');
  }
  const wrong = Object.values(answers).filter((text) => FAILURE.test(text));
  const excepted = DIFFERENT[name] ?? [];
  const found = unlike(role, name, answers).filter((text) => !excepted.some((state) => text.includes(`· ${state} `)));
  return [...wrong.map((text) => `${role}: ${name} fails\n${text}`), ...found];
}

it('has a row for every root field and every route', () => {
  const known = new Set([...Object.keys(ABOUT_ASSETS), ...ABOUT_NO_ASSET, ...WRITES_ABOUT_NO_ASSET]);
  const fields = rootFieldsOf(given).map(({ name }) => name);
  expect(fields.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !fields.includes(name))).toEqual([]);
  const routes = routesOf(given).map(({ name }) => name);
  expect(Object.keys(ROUTES_ABOUT_ASSETS).filter((name) => !routes.includes(name))).toEqual([]);
});

/** More would stand in line for a connection until their time is up. */
const AT_A_TIME = 4;

async function inLanes(work: readonly (() => Promise<string[]>)[]): Promise<string[]> {
  const waiting = [...work];
  const lane = async (): Promise<string[]> => {
    const found: string[] = [];
    for (let next = waiting.shift(); next; next = waiting.shift()) found.push(...(await next()));
    return found;
  };
  return (await Promise.all(Array.from({ length: AT_A_TIME }, lane))).flat();
}

it.each(ROLES)('%s: each query and route cannot tell what is hidden from what is not there', async (role) => {
  const fields = rootFieldsOf(given).flatMap(({ kind, name, requirement }) => {
    const row = ABOUT_ASSETS[name];
    if (!row || kind === 'mutation' || !may(role, requirement)) return [];
    return [() => cells(role, name, shared, row, (question) => ask(kind, question, role))];
  });
  const routes = routesOf(given).flatMap(({ name, requirement }) => {
    const row = ROUTES_ABOUT_ASSETS[name];
    return row && may(role, requirement) ? [() => cells(role, name, shared, row, (path) => get(path, role))] : [];
  });
  expect(await inLanes([...fields, ...routes])).toEqual([]);
});

/** What they are asked about is not as it was afterwards. */
const USING_UP = new Set(['mutation mergeAssets', 'mutation restrict']);

it.each(ROLES)('%s: nor can each mutation', async (role) => {
  const wrong: string[] = [];
  const lasting = await targets();
  for (const { kind, name, requirement } of rootFieldsOf(given)) {
    const row = ABOUT_ASSETS[name];
    if (!row || kind === 'query' || !may(role, requirement)) continue;
    const own = USING_UP.has(name) ? await targets() : lasting;
    wrong.push(...(await cells(role, name, own, row, (question) => ask(kind, question, role))));
  }
  expect(wrong).toEqual([]);
});

/** A call that selects what there is to read, three levels deep. */
function wholeCall(field: GraphQLField<unknown, unknown>): string {
  return anyCall(field).replace('{ __typename }', selectionOf(field.type, 3));
}

function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return isCompositeType(named) ? '{ __typename }' : '';
  const fields = Object.values(named.getFields())
    .filter((field) =>
      field.args.every((argument) => argument.defaultValue !== undefined || !String(argument.type).endsWith('!')),
    )
    .filter((field) => !isCompositeType(getNamedType(field.type)) || depth > 0)
    .map((field) => {
      const leaf = getNamedType(field.type);
      return isEnumType(leaf) || !isCompositeType(leaf)
        ? field.name
        : `${field.name} ${selectionOf(field.type, depth - 1)}`;
    });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Whether an answer fails, or holds the hidden asset's name, other than as part of its neighbours'. */
function tellsOf(text: string, hidden: string): boolean {
  const last = hidden.split('.').slice(1).join('.');
  const rest = text.replaceAll(`${last}_up`, '').replaceAll(`${last}_down`, '');
  return text.includes('"code":"INTERNAL"') || text.startsWith('5') || rest.includes(last);
}

type Named = readonly [name: string, text: string];

async function listedByFields(role: MatrixRole): Promise<Named[]> {
  const answers: Named[] = [];
  for (const { kind, name, field, requirement } of rootFieldsOf(given)) {
    if (!(name in ABOUT_ASSETS) && kind === 'query' && may(role, requirement)) {
      answers.push([name, await ask(kind, wholeCall(field), role)]);
    }
  }
  return answers;
}

async function listedByRoutes(role: MatrixRole): Promise<Named[]> {
  const answers: Named[] = [];
  for (const { name, method, path, requirement } of routesOf(given)) {
    if (!(name in ROUTES_ABOUT_ASSETS) && !path.endsWith('/session') && may(role, requirement)) {
      answers.push([name, await get(path, role, method)]);
    }
  }
  return answers;
}

it('names nothing hidden in whatever is listed, to whoever may not know of it', async () => {
  const hidden = shared.find(({ state }) => state === 'restricted')?.name ?? '';
  const wrong: string[] = [];
  for (const role of ROLES.filter(isLimited)) {
    const answers = [...(await listedByFields(role)), ...(await listedByRoutes(role))];
    const telling = answers.filter(([, text]) => tellsOf(text, hidden));
    wrong.push(...telling.map(([name, text]) => `${role}: ${name}\n${text.slice(0, 2000)}`));
  }
  expect(wrong).toEqual([]);
  const found = await ask('query', `search(query: "${hidden}") { hits { asset { name } } }`, 'steward');
  expect(found).toContain(`"${hidden}"`);
});

it('asks for credentials whatever the asset', async () => {
  const codes = new Set<string>();
  for (const [name, row] of Object.entries(ABOUT_ASSETS)) {
    for (const target of shared) {
      for (const question of row(target)) {
        const text = await ask(name.split(' ')[0] ?? '', question, 'nobody');
        codes.add(/"code":"UNAUTHENTICATED"/.exec(text) ? 'UNAUTHENTICATED' : `${question}\n${text}`);
      }
    }
  }
  expect([...codes]).toEqual(['UNAUTHENTICATED']);
});
