/** Who may import whom; `docs/architecture.md` says why. Run by `npm run arch`. */
const domain = (name) => `^backend/src/${name}/`;
const layer = (folder) => `^backend/src/[^/]+/${folder}/`;
const SPECS = '\\.spec\\.tsx?$';
const TRANSPORT = layer('(graphql|http)');
/** What puts the domains together: the files at the top, and the server's set-up. */
const APP = '^backend/src/(server/|[^/]+\\.ts$)';

/** What a domain may use of the others, and that only through their index.ts. */
const MAY_USE = {
  access: [],
  catalog: ['access'],
  lineage: ['access', 'catalog'],
  governance: ['access', 'catalog'],
  quality: ['access', 'catalog'],
  pipelines: ['access', 'catalog', 'lineage'],
  contracts: ['access', 'catalog', 'quality'],
  ingestion: ['access', 'catalog', 'lineage', 'pipelines', 'governance', 'quality', 'contracts'],
};
const DOMAINS = Object.keys(MAY_USE).join('|');
const INDEX = `^backend/src/(${DOMAINS})/index\\.ts$`;

const rule = (name, from, to, comment = '') => ({ name, comment, severity: 'error', from, to });

const neighbours = Object.entries(MAY_USE).map(([name, others]) =>
  rule(
    `${name}-uses-only-its-neighbours`,
    { path: domain(name) },
    {
      path: `^backend/src/(${DOMAINS})/`,
      pathNot: [domain(name), ...others.map((other) => `${domain(other)}index\\.ts$`)],
    },
    'Another domain is used through its index.ts, and only in the direction of the arrows.',
  ),
);

const floors = [
  rule('no-cycles', {}, { circular: true }),
  rule('shared-is-the-floor', { path: '^backend/src/shared/' }, { path: '^backend/src/(?!shared/)' }),
  rule(
    'database-knows-no-domain',
    { path: '^backend/src/database/' },
    { path: '^backend/src/(?!shared/|database/|config\\.ts)' },
  ),
  rule('the-app-enters-by-the-front-door', { path: APP }, { path: `^backend/src/(${DOMAINS})/`, pathNot: INDEX }),
  rule('nobody-uses-the-app', { path: '^backend/src/(?!server/)[^/]+/' }, { path: APP, pathNot: '/config\\.ts$' }),
];

const sqlRoom = [
  rule(
    'sql-knows-no-domain',
    { path: domain('sql'), pathNot: SPECS },
    {
      path: ['^backend/src/(?!sql/|shared/)', 'node_modules/(@nestjs|typeorm|pg|graphql|express)/'],
    },
    'What a text says does not depend on what the catalog knows; schemas are handed in.',
  ),
  rule(
    'sql-is-used-through-its-index',
    { path: '^backend/src/(?!sql/)' },
    { path: domain('sql'), pathNot: '^backend/src/sql/index\\.ts$' },
  ),
  rule(
    'the-sql-parser-stays-in-its-corner',
    { path: '^backend/src/', pathNot: '^backend/src/sql/parser/polyglot\\.ts$' },
    { path: 'node_modules/@polyglot-sql/' },
  ),
];

const layers = [
  rule(
    'domain-is-pure',
    { path: layer('domain'), pathNot: SPECS },
    { pathNot: [layer('domain'), '^backend/src/shared/[^/]+\\.ts$'] },
    'No Nest, no GraphQL, no SQL, no clock.',
  ),
  rule(
    'store-is-called-never-calls',
    { path: layer('store') },
    { path: [TRANSPORT, '\\.(service|module)\\.ts$', 'node_modules/(@nestjs/graphql|@apollo|graphql)/'] },
  ),
  rule(
    'services-know-no-transport',
    { path: '\\.service\\.ts$' },
    { path: [TRANSPORT, 'node_modules/(@nestjs/graphql|@apollo|express)/'] },
  ),
  rule(
    'transport-knows-no-database',
    { path: TRANSPORT, pathNot: SPECS },
    { path: [layer('store'), '^backend/src/database/', 'node_modules/(typeorm|pg)/'] },
    'Resolvers and controllers translate; the service does the work.',
  ),
  rule('shared-knows-no-database', { path: '^backend/src/shared/' }, { path: 'node_modules/(typeorm|pg)/' }),
];

const wayIn = [
  rule(
    'connectors-are-pure',
    { path: '^backend/src/ingestion/connectors/', pathNot: SPECS },
    {
      path: [
        '^backend/src/(?!ingestion/connectors/|ingestion/metadata-patch|shared/)',
        'node_modules/(@nestjs|typeorm|pg|graphql|express)/',
      ],
    },
  ),
  rule(
    'connectors-do-not-share',
    { path: '^backend/src/ingestion/connectors/(?!dbt-outbox/)([^/]+)/' },
    { path: '^backend/src/ingestion/connectors/([^/]+)/', pathNot: '^backend/src/ingestion/connectors/$1/' },
  ),
  rule(
    'the-outbox-speaks-dbt',
    { path: '^backend/src/ingestion/connectors/dbt-outbox/' },
    { path: '^backend/src/ingestion/connectors/([^/]+)/', pathNot: '/connectors/dbt(-outbox)?/' },
    "The dbt package's rows hold resources of a manifest: one reading of them (docs/decisions/0007).",
  ),
  rule(
    'upsert-knows-only-the-patch',
    { path: '^backend/src/ingestion/upsert/', pathNot: SPECS },
    {
      path: [
        '^backend/src/ingestion/(connectors|graphql|http)/',
        '^backend/src/ingestion/[^/]+\\.(service|module|worker)\\.ts$',
      ],
    },
    'What a source says reaches it as a MetadataPatch.',
  ),
];

const web = [
  rule('features-do-not-meet', { path: '^frontend/features/([^/]+)/' }, { path: '^frontend/(features/(?!$1/)|app/)' }),
  rule('components-serve-features', { path: '^frontend/components/' }, { path: '^frontend/(features|app)/' }),
  rule(
    'the-client-is-the-floor',
    { path: '^frontend/(graphql/|config\\.ts)' },
    { path: '^frontend/(components|features|app)/' },
  ),
  rule(
    'cytoscape-stays-in-its-corner',
    { path: '^frontend/', pathNot: '^frontend/features/lineage/graph/(to-elements\\.ts|lineage-canvas\\.tsx)$' },
    { path: 'node_modules/cytoscape' },
  ),
  rule('they-meet-in-the-schema', { path: '^(frontend|backend)/' }, { path: '^(frontend|backend)/', pathNot: '^$1/' }),
  rule(
    'the-product-stands-alone',
    { path: '^(frontend|backend/src)/' },
    { path: '^(launcher|e2e|bench|integrations)/' },
  ),
];

module.exports = {
  forbidden: [...floors, ...neighbours, ...sqlRoom, ...layers, ...wayIn, ...web],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^frontend/\\.next/', '^(backend|frontend)/dist/', '^frontend/graphql/generated/'] },
    tsPreCompilationDeps: true,
  },
};
