/** Thrown where a plan is no match for GraphQL's own execution, which then does the work and words any error. */
export class Unplanned extends Error {}
