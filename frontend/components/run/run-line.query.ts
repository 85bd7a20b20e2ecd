import { graphql } from '../../graphql/generated';

/** What a line about a run shows. */
export const RunLine = graphql(`
  fragment RunLine on Run {
    id
    state
    startedAt
    endedAt
    durationMs
    attempt
    rowsWritten
    error
  }
`);
