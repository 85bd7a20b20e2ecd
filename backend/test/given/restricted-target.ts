import { randomUUID } from 'node:crypto';
import type { GivenApp } from './app';
import { settled } from './policies';

/** How an asset stands to who asks. */
export type State = 'visible' | 'restricted' | 'granted' | 'absent';
export const STATES: readonly State[] = ['visible', 'restricted', 'granted', 'absent'];

/** An asset to ask about, with one that feeds it, one that it feeds, a job that wrote it, and the id of a violation. */
export interface Target {
  readonly state: State;
  readonly id: string;
  readonly name: string;
  readonly runId: string;
  readonly violationId: string;
  /** Visible to everybody. */
  readonly upstreamId: string;
  readonly downstreamId: string;
}

export const TARGET_NAMESPACE = 'postgres://db:5432';
let count = 0;

/** One more, that is not like any other. `people`: who was granted access, where the state says so. */
export async function givenTarget(given: GivenApp, state: State, people: readonly string[]): Promise<Target> {
  const name = `db.zq${String((count += 1))}.zz_${state}`;
  const runId = randomUUID();
  const [upstreamId, downstreamId] = [await register(given, `${name}_up`), await register(given, `${name}_down`)];
  if (state === 'absent') {
    return { state, id: randomUUID(), name, runId, violationId: randomUUID(), upstreamId, downstreamId };
  }
  const id = await register(given, name);
  await feed(given, id, upstreamId);
  await feed(given, downstreamId, id);
  const job = `namespace: "zq", name: "job of ${name}", runId: "${runId}", status: COMPLETED`;
  const output = `outputs: [{ namespace: "${TARGET_NAMESPACE}", name: "${name}" }]`;
  await done(given, `mutation { recordPipelineRun(input: { ${job}, ${output} }) { id } }`);
  if (state !== 'visible') await hide(given, id, name);
  if (state === 'granted') await grant(given, people);
  return { state, id, name, runId, violationId: randomUUID(), upstreamId, downstreamId };
}

/** Targets that nothing is about to change any more, each with its violation: of a policy that no evaluation knows. */
export async function givenViolations(given: GivenApp, targets: readonly Target[]): Promise<void> {
  await settled(given);
  await given.db.query(
    `insert into violation (public_id, policy, requirement, code, asset_id, column_path, status, severity, message)
     select violation_id, 'p', 'r', 'C', asset.id, '', 'OPEN', 'error', 'on ' || asset.name
       from unnest($1::uuid[], $2::uuid[]) as target (violation_id, public_id)
       join asset using (public_id)`,
    [targets.map(({ violationId }) => violationId), targets.map(({ id }) => id)],
  );
}

async function register(given: GivenApp, name: string): Promise<string> {
  const said = `namespace: "${TARGET_NAMESPACE}", name: "${name}", type: TABLE, schema: { email: "text" }`;
  const answer = await done(given, `mutation { registerAsset(input: { ${said} }) { id } }`);
  return answer['registerAsset']?.id ?? '';
}

async function feed(given: GivenApp, assetId: string, parentId: string): Promise<void> {
  const column = `{ column: "email", parentAssetId: "${parentId}", parentColumn: "email" }`;
  const said = `assetId: "${assetId}", parentAssetIds: ["${parentId}"], transformation: "sql", columns: [${column}]`;
  await done(given, `mutation { recordLineage(input: { ${said} }) { added } }`);
}

/** The asset with the job that made it. */
async function hide(given: GivenApp, id: string, name: string): Promise<void> {
  await given.db.query(
    `insert into restriction (asset_id, reason, restricted_by)
     select id, 'of no concern', 'test' from asset where public_id = $1 or name = 'job of ' || $2`,
    [id, name],
  );
}

async function grant(given: GivenApp, people: readonly string[]): Promise<void> {
  await given.db.query(
    `insert into access_request (asset_id, purpose, content_hash, status, requested_by, expires_at)
     select asset_id, 'for a good purpose', '', 'APPROVED', 'person:' || person, now() + interval '1 day'
       from unnest($1::text[]) as person
      cross join (select asset_id from restriction order by restricted_at desc, id desc limit 2) as latest`,
    [people],
  );
}

async function done(given: GivenApp, query: string): Promise<Record<string, { readonly id: string }>> {
  const { data, errors } = await given.query<Record<string, { readonly id: string }>>(query);
  if (!data) throw new Error(JSON.stringify(errors));
  return data;
}
