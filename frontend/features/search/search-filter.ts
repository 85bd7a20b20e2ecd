import type { FindAssetsQueryVariables } from '../../graphql/generated/graphql';

/** The API's filter; each list is an OR, lists combine with AND. */
export type SearchFilter = NonNullable<FindAssetsQueryVariables['filter']>;
