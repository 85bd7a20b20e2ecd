/** Families of asset types that share an icon; what an asset is, is told by shape and word, never by colour. */
export type TypeFamily =
  | 'table'
  | 'view'
  | 'stream'
  | 'file'
  | 'api'
  | 'dashboard'
  | 'model'
  | 'metric'
  | 'job'
  | 'query';

const FAMILY: Readonly<Record<string, TypeFamily>> = {
  TABLE: 'table',
  EXTERNAL_TABLE: 'table',
  SEED: 'table',
  SNAPSHOT: 'table',
  COLLECTION: 'table',
  INDEX: 'table',
  KEY_PATTERN: 'table',
  VIEW: 'view',
  MATERIALIZED_VIEW: 'view',
  EPHEMERAL: 'view',
  TOPIC: 'stream',
  STREAM: 'stream',
  FILE: 'file',
  DIRECTORY: 'file',
  NOTEBOOK: 'file',
  API: 'api',
  APPLICATION: 'api',
  DASHBOARD: 'dashboard',
  ML_MODEL: 'model',
  METRIC: 'metric',
  SEMANTIC_MODEL: 'metric',
  QUERY: 'query',
  JOB: 'job',
};

export function familyOf(type: string): TypeFamily {
  return FAMILY[type] ?? 'table';
}

/** Stroked outlines on a 16×16 field, for DOM, SVG and canvas alike. */
export const TYPE_ICONS: Readonly<Record<TypeFamily, string>> = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  view: 'M1.5 8c2-3.2 4.2-4.6 6.5-4.6s4.5 1.4 6.5 4.6c-2 3.2-4.2 4.6-6.5 4.6S3.5 11.2 1.5 8zM8 6a2 2 0 1 0 .01 0z',
  stream:
    'M1.5 5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0M1.5 8.5c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0M1.5 12c2.2-2 4.3-2 6.5 0s4.3 2 6.5 0',
  file: 'M4 1.5h5.5l3 3v10H4zM9.5 1.5v3h3M6 8h4.5M6 11h4.5',
  api: 'M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4M9 2.5 7 13.5',
  dashboard: 'M2.5 2.5h11v11h-11zM5 11V8M8 11V5M11 11V7',
  model: 'M8 1.5 13.5 4.7v6.6L8 14.5 2.5 11.3V4.7zM8 8v6.5M8 8 2.5 4.7M8 8l5.5-3.3',
  metric: 'M12 3H4l4.5 5L4 13h8',
  query: 'M7 2.5a4.5 4.5 0 1 0 .01 0zM10.3 10.3l3.7 3.7',
  job: 'M4 2.5v11l9-5.5z',
};

/** The type in words: MATERIALIZED_VIEW → "materialized view". */
export function typeLabel(type: string): string {
  if (type === 'API') return 'API';
  if (type === 'ML_MODEL') return 'ML model';
  return type.toLowerCase().replaceAll('_', ' ');
}
