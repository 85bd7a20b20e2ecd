/** Column edges that a classification follows; beyond them it is reported, not shown. */
export const MAX_HOPS = 20;
