import { TARGET_NAMESPACE, type Target } from './restricted-target';

type Row = (target: Target) => readonly string[];

const ASSET = `id name description upstreamCount downstreamCount columns { name classification { level derived because { column asset { name } } } }
  changes(first: 5) { operation detail } identifiers { name } sources { label } runs(first: 3) { id job { name } }`;
const GRAPH =
  'complete omitted { count reason } nodes { asset { name } distance hiddenUpstream hiddenDownstream } edges { upstreamId downstreamId }';
const COLUMNS =
  'complete nodes { asset { name } column distance } edges { upstream { assetId } downstream { assetId } }';
const RUN = 'id state job { name } inputs { name } outputs { name asset { name } } missed { name }';
const JOB = `namespace name asset { name } inputs { name } outputs { name asset { name } }`;
const LATER = new Date(Date.now() + 30 * 86_400_000).toISOString();
const REASON = 'a reason of more than twenty characters';

/** Root fields that name an asset, or a thing of one: how each is asked about it, by its id and by its neighbours'. */
export const ABOUT_ASSETS: Readonly<Record<string, Row>> = {
  'query asset': (t) => [t.id, t.upstreamId, t.downstreamId].map((id) => `asset(id: "${id}") { ${ASSET} }`),
  'query assetByName': (t) => [`assetByName(namespace: "${TARGET_NAMESPACE}", name: "${t.name}") { ${ASSET} }`],
  'query search': (t) => [
    `search(query: "${t.name.split('.')[1] ?? ''}") { total hits { asset { name upstreamCount } score } correctedQuery facets { field values { value count } } }`,
  ],
  'query suggest': (t) => [`suggest(query: "${t.name.split('.').slice(1).join('.')}") { asset { name } }`],
  'query lineage': (t) => [t.id, t.upstreamId, t.downstreamId].map((id) => `lineage(assetId: "${id}") { ${GRAPH} }`),
  'query columnLineage': (t) =>
    [t.id, t.upstreamId, t.downstreamId].map((id) => `columnLineage(assetId: "${id}", column: "email") { ${COLUMNS} }`),
  'query lineageDiff': (t) =>
    [t.id, t.upstreamId].map(
      (id) => `lineageDiff(assetId: "${id}", from: "2026-01-01T00:00:00Z") { added removed nodes { asset { name } } }`,
    ),
  'query lineageChanges': (t) => [
    `lineageChanges(assetIds: ["${t.id}", "${t.upstreamId}", "${t.downstreamId}"]) { total complete }`,
  ],
  'query edgesAmong': (t) => [
    `edgesAmong(assetIds: ["${t.id}", "${t.upstreamId}", "${t.downstreamId}"]) { upstreamId downstreamId }`,
  ],
  'query neighbours': (t) =>
    [t.id, t.upstreamId].map(
      (id) => `neighbours(assetId: "${id}", direction: DOWNSTREAM) { total nodes { name } types { value count } }`,
    ),
  'query impact': (t) =>
    [t.id, t.upstreamId].flatMap((id) => [
      `impact(assetId: "${id}") { total assetCount nodes { asset { name } via { asset { name } } } }`,
      `impact(assetId: "${id}", column: "email") { total nodes { asset { name } column } }`,
    ]),
  'query paths': (t) => [
    `paths(fromId: "${t.upstreamId}", toId: "${t.downstreamId}") { complete omitted { count reason } paths { assets { name } } }`,
    `paths(fromId: "${t.upstreamId}", toId: "${t.id}") { paths { assets { name } } }`,
  ],
  'query selectLineage': (t) =>
    ['', '+', '@'].map(
      (before) =>
        `selectLineage(selector: "${before}${t.name.split('.')[1] ?? ''}") { total complete assets { name } edges { upstreamId downstreamId } }`,
    ),
  'query explainClassification': (t) => [
    `explainClassification(assetId: "${t.id}", column: "email") { complete origins { column } said { source } }`,
  ],
  'query policyResults': (t) => [`policyResults(assetId: "${t.id}") { policy status }`],
  'query propagationBlocks': (t) => [`propagationBlocks(assetId: "${t.id}") { reason }`],
  'query classificationSuggestions': (t) => [
    `classificationSuggestions(filter: { assetId: "${t.id}" }) { total nodes { asset { name } } }`,
  ],
  'query classificationSuggestionGroups': (t) => [
    `classificationSuggestionGroups(filter: { assetId: "${t.id}" }) { total nodes { pattern } }`,
  ],
  'query violation': (t) => [`violation(id: "${t.violationId}") { message asset { name } }`],
  'query violations': (t) => [`violations(filter: { assetId: "${t.id}" }) { total nodes { message } }`],
  'query violationFacets': (t) => [`violationFacets(filter: { assetId: "${t.id}" }) { field value count }`],
  'query waivers': (t) => [`waivers(filter: { assetId: "${t.id}" }) { total }`],
  'query job': (t) => [`job(assetId: "${t.id}") { ${JOB} }`],
  'query jobByName': (t) => [`jobByName(namespace: "zq", name: "job of ${t.name}") { ${JOB} }`],
  'query run': (t) => [`run(id: "${t.runId}") { ${RUN} }`],
  'mutation curateAsset': (t) => [`curateAsset(input: { assetId: "${t.id}", description: "d" }) { name description }`],
  'mutation classify': (t) => [
    `classify(input: { assetId: "${t.id}", column: "email", level: INTERNAL, reason: "${REASON}" }) { name }`,
  ],
  'mutation recordLineage': (t) => [
    `recordLineage(input: { assetId: "${t.id}", parentAssetIds: ["${t.upstreamId}"], transformation: "x" }) { added }`,
    `recordLineage(input: { assetId: "${t.downstreamId}", parentAssetIds: ["${t.id}"], transformation: "x" }) { added parents { name } }`,
  ],
  'mutation blockPropagation': (t) => [blockOf('blockPropagation', t, ', categories: []')],
  'mutation unblockPropagation': (t) => [blockOf('unblockPropagation', t, '')],
  'mutation mergeAssets': (t) => [
    `mergeAssets(input: { assetId: "${t.id}", intoAssetId: "${t.upstreamId}", reason: "${REASON}" }) { id }`,
  ],
  'mutation splitAsset': (t) => [
    `splitAsset(input: { assetId: "${t.id}", identifiers: [{ namespace: "x", name: "y" }], reason: "${REASON}" }) { id }`,
  ],
  'mutation actOnViolations': (t) => [
    `actOnViolations(input: { filter: { assetId: "${t.id}" }, action: COMMENT, text: "t" }) { matched changed refused }`,
    `actOnViolations(input: { filter: { ids: ["${t.violationId}"] }, action: COMMENT, text: "t" }) { matched changed refused }`,
  ],
  'mutation requestWaiver': (t) => [
    `requestWaiver(input: { assetId: "${t.id}", reason: "${REASON}", expiresAt: "${LATER}" }) { status }`,
  ],
  'mutation requestAccess': (t) => [
    `requestAccess(input: { assetId: "${t.id}", purpose: "${REASON}", expiresAt: "${LATER}" }) { status }`,
  ],
  'mutation requestAccessByName': (t) => [
    `requestAccessByName(input: { namespace: "${TARGET_NAMESPACE}", name: "${t.name}", purpose: "${REASON}", expiresAt: "${LATER}" }) { status }`,
  ],
  'mutation restrict': (t) => [`restrict(input: { assetId: "${t.id}", reason: "${REASON}" }) { reason assetCount }`],
};

function blockOf(field: string, target: Target, more: string): string {
  const edge = `assetId: "${target.downstreamId}", column: "email", parentAssetId: "${target.id}", parentColumn: "email"`;
  return `${field}(input: { ${edge}, reason: "${REASON}"${more} }) { name }`;
}

/** Routes that name an asset, a job or a run. */
export const ROUTES_ABOUT_ASSETS: Readonly<Record<string, Row>> = {
  'GET /api/v1/impact.csv': (t) => [t.id, t.upstreamId].map((id) => `/api/v1/impact.csv?assetId=${id}`),
  'GET /api/v1/namespaces/:namespace/datasets/:name': (t) => [`${inNamespace(TARGET_NAMESPACE)}/datasets/${t.name}`],
  'GET /api/v1/namespaces/:namespace/jobs/:name': (t) => [`${inNamespace('zq')}/jobs/${jobOf(t)}`],
  'GET /api/v1/namespaces/:namespace/jobs/:name/runs': (t) => [`${inNamespace('zq')}/jobs/${jobOf(t)}/runs`],
  'GET /api/v1/jobs/runs/:id': (t) => [`/api/v1/jobs/runs/${t.runId}`],
  'GET /api/v1/lineage': (t) => [
    `/api/v1/lineage?nodeId=${encodeURIComponent(`dataset:${TARGET_NAMESPACE}:${t.name}`)}`,
    `/api/v1/lineage?nodeId=${encodeURIComponent(`dataset:${TARGET_NAMESPACE}:${t.name}_up`)}`,
  ],
  'GET /api/v1/search': (t) => [`/api/v1/search?q=${t.name}`],
};

const inNamespace = (name: string): string => `/api/v1/namespaces/${encodeURIComponent(name)}`;
const jobOf = (target: Target): string => encodeURIComponent(`job of ${target.name}`);

/**
 * Root fields and routes that name no asset: lists of everything, things of people and of the installation, ways in. What
 * they answer must not hold the name of what is hidden. The reason stands for those that are not as they look.
 */
export const ABOUT_NO_ASSET: readonly string[] = [
  ...['accessInquiries', 'accessRequests', 'apiTokens', 'assignees', 'auditEntries', 'auditVerification'],
  ...['deadEventBody', 'deadEventGroups', 'deadEvents', 'deliveries', 'delivery', 'eventBacklog', 'eventRate'],
  ...[
    'eventStorage',
    'fixPoints',
    'governanceInbox',
    'historyStorage',
    'jobs',
    'ledger',
    'me',
    'namespaceAliases',
    'namespaces',
  ],
  ...['overview', 'people', 'policies', 'policy', 'policySchema', 'previewPolicy', 'restrictions', 'runs'],
  ...['validatePolicy', 'webhookDeliveries', 'webhooks'],
].map((field) => `query ${field}`);

export const WRITES_ABOUT_NO_ASSET: readonly string[] = [
  ...['addNamespaceAlias', 'changeMyPassword', 'createApiToken', 'createPerson', 'decideAccess', 'decidePolicy'],
  ...[
    'decideSuggestions',
    'deleteWebhook',
    'decideWaiver',
    'discardDeadEvents',
    'endAccess',
    'endWaiver',
    'erasePerson',
    'liftRestriction',
  ],
  'recordPipelineRun', // answers with the run of the caller's own making
  'registerAsset', // a name is taken or free: restrictions.spec
  ...['removeNamespaceAlias', 'replayDeadEvent', 'replayDeadEvents', 'replayDelivery', 'resetPassword', 'retirePolicy'],
  ...[
    'resendWebhookDelivery',
    'saveWebhook',
    'testWebhook',
    'revokeApiToken',
    'savePolicy',
    'submitPolicy',
    'updateNamespace',
    'updatePerson',
  ],
].map((field) => `mutation ${field}`);
