import type { CatalogOverviewQuery } from '../../graphql/generated/graphql';

/** All that the home page shows, in one answer. */
export type OverviewData = CatalogOverviewQuery['overview'];
