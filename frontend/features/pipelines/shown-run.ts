import type { RunPageQuery } from '../../graphql/generated/graphql';

/** A run as its page shows it. */
export type ShownRun = NonNullable<RunPageQuery['run']>;
