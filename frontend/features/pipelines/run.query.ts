import { graphql } from '../../graphql/generated';

export const RunPage = graphql(`
  query RunPage($id: ID!) {
    run(id: $id) {
      ...RunLine
      nominalStart
      nominalEnd
      lastEventAt
      producer
      errorStack
      rowsRead
      bytesWritten
      metrics
      job {
        namespace
        name
        integration
        jobType
        processingType
        asset {
          owner
        }
        health(days: 30) {
          medianSeconds
        }
        controlEdges {
          upstream {
            namespace
            name
          }
          downstream {
            namespace
            name
          }
        }
      }
      parent {
        id
        state
        job {
          namespace
          name
        }
      }
      attempts {
        ...RunLine
      }
      inputs {
        ...RunUse
      }
      outputs {
        ...RunUse
      }
      descendants {
        ...RunSpan
      }
      missed {
        namespace
        name
        isRecovered
        asset {
          ...AssetRow
        }
        lastWrittenBy {
          id
          state
          endedAt
        }
      }
      staleDownstream(first: 20) {
        total
        endCursor
        nodes {
          hops
          asset {
            ...AssetRow
          }
        }
      }
      events {
        at
        receivedAt
        type
        notes {
          field
          reason
        }
      }
      facets
    }
  }
`);

export const RunUse = graphql(`
  fragment RunUse on RunDataset {
    namespace
    name
    rowCount
    byteCount
    fileCount
    version
    asset {
      ...AssetRow
    }
  }
`);

export const RunSpan = graphql(`
  fragment RunSpan on Run {
    ...RunLine
    parent {
      id
    }
    inputs {
      namespace
      name
    }
    outputs {
      namespace
      name
    }
    job {
      namespace
      name
      health(days: 30) {
        medianSeconds
      }
    }
  }
`);

export const RunStale = graphql(`
  query RunStale($id: ID!, $after: String) {
    run(id: $id) {
      staleDownstream(first: 100, after: $after) {
        total
        endCursor
        nodes {
          hops
          asset {
            ...AssetRow
          }
        }
      }
    }
  }
`);
