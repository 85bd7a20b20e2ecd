import type { AssetType } from '../../graphql/generated/graphql';

interface Sign {
  readonly label: string;
  readonly path: string;
  /** Dashed outlines: things that are computed when read. */
  readonly dashed?: boolean;
}

const GRID = 'M2.5 3h11v10h-11zM2.5 6.3h11M6.4 6.3V13';
const SIGNS: Record<AssetType, Sign> = {
  TABLE: { label: 'table', path: GRID },
  VIEW: { label: 'view', path: GRID, dashed: true },
  MATERIALIZED_VIEW: { label: 'materialized view', path: 'M2.5 3h11v10h-11zM2.5 6.3h11M5 10.6l1.7-2 1.6 1.5L11 8' },
  EXTERNAL_TABLE: { label: 'external table', path: 'M2.5 5.5h8V13h-8zM2.5 8h8M9.5 2.5h4v4M13.5 2.5l-3 3' },
  EPHEMERAL: { label: 'ephemeral model', path: 'M8 13.5A5.5 5.5 0 1 0 8 2.5a5.5 5.5 0 0 0 0 11Z', dashed: true },
  SEED: {
    label: 'seed',
    path: 'M8 13.5V8M8 8C8 5 5.5 3.5 2.7 3.5 2.7 6.5 5 8 8 8ZM8 9.5c0-2.5 2-4 5.3-4 0 3-2.3 4-5.3 4Z',
  },
  SNAPSHOT: { label: 'snapshot', path: 'M2 5h3l1-1.7h4L11 5h3v8H2zM8 11.2a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z' },
  FILE: { label: 'file', path: 'M4 2h5l3 3v9H4zM9 2v3h3M6 8.5h4M6 11h4' },
  DIRECTORY: { label: 'directory', path: 'M2 4h4l1.5 1.7H14V13H2z' },
  TOPIC: {
    label: 'topic',
    path: 'M2 5c2-1.8 4-1.8 6 0s4 1.8 6 0M2 8.5c2-1.8 4-1.8 6 0s4 1.8 6 0M2 12c2-1.8 4-1.8 6 0s4 1.8 6 0',
  },
  STREAM: { label: 'stream', path: 'M2 6.5c2-2 4-2 6 0s4 2 6 0M2 10.5c2-2 4-2 6 0s4 2 6 0' },
  API: {
    label: 'API',
    path: 'M5 3.5c-2 0-1.5 2-1.5 3S3 8 2.5 8C3 8 3.5 8.5 3.5 9.5s-.5 3 1.5 3M11 3.5c2 0 1.5 2 1.5 3s.5 1.5 1 1.5c-.5 0-1 .5-1 1.5s.5 3-1.5 3M6.7 8h.1M9.2 8h.1',
  },
  INDEX: {
    label: 'index',
    path: 'M3 3.5h6M3 6.5h4M3 9.5h4M3 12.5h3M10.5 11.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM12.2 11l1.6 1.8',
  },
  COLLECTION: { label: 'collection', path: 'M2.5 6.5h11V13h-11zM4 4.5h8M5.5 2.5h5' },
  KEY_PATTERN: { label: 'key pattern', path: 'M5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 8h6v2.5M11.5 8v2' },
  DASHBOARD: { label: 'dashboard', path: 'M2.5 2.5h4.5v6H2.5zM9 2.5h4.5v3.5H9zM2.5 10.5h4.5v3H2.5zM9 8h4.5v5.5H9z' },
  NOTEBOOK: { label: 'notebook', path: 'M4 2h9v12H4zM2.5 5H5M2.5 8H5M2.5 11H5M7 5.5h4' },
  APPLICATION: { label: 'application', path: 'M2 3h12v10H2zM2 6h12M4 4.5h.1M6 4.5h.1' },
  ML_MODEL: { label: 'ML model', path: 'M8 2l5 3v6l-5 3-5-3V5zM8 8l5-3M8 8v6M8 8 3 5' },
  METRIC: { label: 'metric', path: 'M11.5 4.5v-2h-7L8.5 8l-4 5.5h7v-2' },
  SEMANTIC_MODEL: {
    label: 'semantic model',
    path: 'M8 5.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM4 14a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 4 14ZM12 14a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM7.2 5.3 4.8 10.5M8.8 5.3l2.4 5.2M5.8 12.2h4.4',
  },
  QUERY: { label: 'query', path: 'M2.5 3h11v10h-11zM5 6.2 7 8l-2 1.8M8.5 10h2.5' },
  JOB: { label: 'job', path: 'M4.5 3v10L13 8z' },
};

/** Every type of asset. */
export const TYPES = Object.keys(SIGNS) as readonly AssetType[];

/** The word for a type of asset, in lower case. */
export function typeLabel(type: AssetType): string {
  return SIGNS[type].label;
}

/** Each type has a shape of its own, never a colour; the word stands in the title for those who ask. */
export function AssetTypeIcon({ type, size = 16 }: { readonly type: AssetType; readonly size?: number }) {
  const sign = SIGNS[type];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinejoin="round"
      strokeLinecap="round"
      strokeDasharray={sign.dashed ? '2.2 1.6' : undefined}
      role="img"
      aria-label={sign.label}
      style={{ flex: 'none' }}
    >
      <title>{sign.label}</title>
      <path d={sign.path} />
    </svg>
  );
}
