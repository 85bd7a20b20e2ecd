/** One call of a mutation: who makes it, and the word its answer's id is known by from then on (`$users`). */
export interface AuditedStep {
  readonly by: 'ada' | 'sue' | 'vic';
  readonly call: string;
  readonly keptAs?: string;
}

type Said = readonly [by: AuditedStep['by'], call: string, keptAs?: string];

const CATALOG: readonly Said[] = [
  [
    'ada',
    'registerAsset(input: { namespace: "postgres://db:5432", name: "db.raw.users", type: TABLE, owner: "ann", schema: { email: "text" } }) { id }',
    'users',
  ],
  [
    'sue',
    'registerAsset(input: { namespace: "postgres://db:5432", name: "db.mart.mail", type: TABLE, schema: { mail: "text" } }) { id }',
    'mart',
  ],
  [
    'ada',
    'registerAsset(input: { namespace: "postgres://db:5432", name: "DB.RAW.USERS", type: TABLE, owner: "ben", schema: { email: "varchar", id: "int" } }) { id }',
  ],
  [
    'ada',
    'registerAsset(input: { namespace: "postgres://db:5432", name: "db.raw.users", type: TABLE, owner: "ben" }) { id }',
  ],
  [
    'sue',
    'recordLineage(input: { assetId: "$mart", parentAssetIds: ["$users"], transformation: "sql", transformationCode: "select 1", columns: [{ column: "mail", parentAssetId: "$users", parentColumn: "email" }] }) { added }',
  ],
  ['sue', 'recordLineage(input: { assetId: "$mart", parentAssetIds: [], transformation: "sql" }) { removed }'],
  [
    'sue',
    'recordLineage(input: { assetId: "$mart", parentAssetIds: ["$users"], transformation: "sql", columns: [{ column: "mail", parentAssetId: "$users", parentColumn: "email" }] }) { added }',
  ],
  ['sue', 'classify(input: { assetId: "$users", column: "email", categories: ["PII"], reason: "seen" }) { id }'],
  ['sue', 'curateAsset(input: { assetId: "$users", description: "one" }) { id }'],
  ['sue', 'curateAsset(input: { assetId: "$users", description: "two" }) { id }'],
  [
    'sue',
    'blockPropagation(input: { assetId: "$mart", column: "mail", parentAssetId: "$users", parentColumn: "email", reason: "a reason of more than twenty characters" }) { id }',
  ],
  [
    'sue',
    'unblockPropagation(input: { assetId: "$mart", column: "mail", parentAssetId: "$users", parentColumn: "email", reason: "a reason of more than twenty characters" }) { id }',
  ],
  [
    'ada',
    'addNamespaceAlias(input: { kind: "exact", pattern: "pg-old", target: "postgres://db:5432" }) { id }',
    'alias',
  ],
  ['ada', 'removeNamespaceAlias(id: "$alias")'],
  ['ada', 'updateNamespace(input: { id: "$namespace", region: "us-east-1" }) { id }'],
  [
    'ada',
    'recordPipelineRun(input: { namespace: "p", name: "nightly", runId: "0190a000-0000-7000-8000-000000000001", status: COMPLETED, startedAt: "2026-11-01T00:00:00Z", endedAt: "2026-11-01T00:01:00Z" }) { id }',
  ],
  [
    'ada',
    'recordPipelineRun(input: { namespace: "p", name: "nightly", runId: "0190a000-0000-7000-8000-000000000001", status: COMPLETED, startedAt: "2026-11-01T00:00:00Z", endedAt: "2026-11-01T00:01:00Z" }) { id }',
  ],
];

const GOVERNANCE: readonly Said[] = [
  [
    'sue',
    'decideSuggestions(input: { filter: { status: SUGGESTED }, decision: CONFIRM, reason: "seen", dryRun: true }) { changed }',
  ],
  ['sue', 'decideSuggestions(input: { filter: { status: SUGGESTED }, decision: CONFIRM, reason: "seen" }) { changed }'],
  [
    'sue',
    'actOnViolations(input: { filter: { ids: ["$violation"] }, action: COMMENT, text: "looking", dryRun: true }) { changed }',
  ],
  ['sue', 'actOnViolations(input: { filter: { ids: ["$violation"] }, action: COMMENT, text: "looking" }) { changed }'],
  [
    'sue',
    'requestWaiver(input: { assetId: "$users", reason: "a reason of more than twenty characters", expiresAt: "$later" }) { id contentHash }',
    'waiver',
  ],
  ['ada', 'decideWaiver(input: { id: "$waiver", hash: "$waiver.contentHash", approve: true, reason: "fine" }) { id }'],
  ['ada', 'endWaiver(id: "$waiver", reason: "over") { id }'],
  ['sue', 'savePolicy(input: { yaml: $strict, comment: "first" }) { name }'],
  ['sue', 'submitPolicy(name: "strict", version: 1) { name }'],
  [
    'ada',
    'decidePolicy(input: { name: "strict", version: 1, hash: "$policy", approve: true, reason: "fine" }) { name }',
  ],
  ['sue', 'savePolicy(input: { yaml: $soft }) { name }'],
  ['sue', 'submitPolicy(name: "soft", version: 1) { name }'],
  ['sue', 'retirePolicy(name: "soft", reason: "over") { name }'],
  [
    'vic',
    'requestAccess(input: { assetId: "$users", purpose: "a reason of more than twenty characters", expiresAt: "$later" }) { id contentHash }',
    'access',
  ],
  ['sue', 'decideAccess(input: { id: "$access", hash: "$access.contentHash", approve: true, reason: "known" }) { id }'],
  ['sue', 'endAccess(id: "$access", reason: "over") { id }'],
  [
    'vic',
    'requestAccessByName(input: { namespace: "postgres://db:5432", name: "db.not.there", purpose: "a reason of more than twenty characters", expiresAt: "$later" }) { status }',
  ],
  ['sue', 'restrict(input: { assetId: "$users", reason: "a reason of more than twenty characters" }) { id }', 'hidden'],
  ['sue', 'liftRestriction(id: "$hidden", reason: "a reason of more than twenty characters")'],
  [
    'sue',
    'mergeAssets(input: { assetId: "$mart", intoAssetId: "$users", reason: "a reason of more than twenty characters" }) { id }',
  ],
  [
    'sue',
    'splitAsset(input: { assetId: "$users", identifiers: [{ namespace: "postgres://db:5432", name: "db.mart.mail" }], reason: "a reason of more than twenty characters" }) { id }',
  ],
];

const PEOPLE: readonly Said[] = [
  [
    'ada',
    'createPerson(input: { username: "new", displayName: "New", email: "new@example.com", role: VIEWER, password: "seven purple lanterns float" }) { id }',
    'new',
  ],
  ['ada', 'updatePerson(input: { id: "$new", displayName: "Newer", role: STEWARD }) { id }'],
  ['ada', 'resetPassword(personId: "$new", newPassword: "eight green lanterns sink") { id }'],
  ['ada', 'erasePerson(personId: "$new", reason: "asked for it in writing")'],
  ['vic', 'changeMyPassword(currentPassword: "seven purple lanterns float", newPassword: "nine yellow lanterns glow")'],
  ['ada', 'createApiToken(input: { name: "ci", role: INGESTOR }) { token { id } }', 'token'],
  ['ada', 'revokeApiToken(id: "$token") { id }'],
];

const DEAD: readonly Said[] = [
  ['ada', 'replayDeadEvent(id: "$deadEvent")'],
  ['ada', 'replayDeadEvents(fingerprint: "$fingerprint")'],
  ['ada', 'discardDeadEvents(fingerprint: "$fingerprint")'],
  ['ada', 'replayDelivery(id: "$delivery") { id }'],
];

const WEBHOOKS: readonly Said[] = [
  ['ada', 'saveWebhook(input: { name: "gov", url: "https://192.0.2.1/x", events: [] }) { webhook { id } }'],
  [
    'ada',
    'saveWebhook(input: { name: "gov", url: "http://localhost:9/secret", events: ["waiver.ended"] }) { webhook { id } }',
    'hook',
  ],
  ['ada', 'testWebhook(id: "$hook") { id }'],
  ['ada', 'resendWebhookDelivery(id: "$notice") { id }'],
  ['ada', 'deleteWebhook(id: "$hook")'],
];

/** Every mutation there is, some twice; in this order: a call uses what those before it made. */
export const AUDITED_STEPS: readonly AuditedStep[] = [...CATALOG, ...GOVERNANCE, ...PEOPLE, ...DEAD, ...WEBHOOKS].map(
  ([by, call, keptAs]) => ({ by, call, ...(keptAs === undefined ? {} : { keptAs }) }),
);
