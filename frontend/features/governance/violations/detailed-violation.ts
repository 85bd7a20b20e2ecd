import type { ViolationDetailsQuery } from '../../../graphql/generated/graphql';

/** One violation with all that is known of it. */
export type DetailedViolation = NonNullable<ViolationDetailsQuery['violation']>;
