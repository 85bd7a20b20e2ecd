import { graphql } from '../../graphql/generated';

export const Jobs = graphql(`
  query Jobs($filter: JobFilter, $after: String) {
    jobs(filter: $filter, first: 30, after: $after) {
      total
      endCursor
      lateCount
      states {
        value
        count
      }
      integrations {
        value
        count
      }
      namespaces {
        value
        count
      }
      owners {
        value
        count
      }
      nodes {
        namespace
        name
        integration
        jobType
        parent {
          namespace
          name
        }
        asset {
          owner
        }
        recentRuns(first: 20) {
          ...RunLine
        }
        health {
          runs
          failed
          failureRate
          medianSeconds
          p95Seconds
        }
        rhythm {
          usualSeconds
          expectedAt
          isLate
        }
      }
    }
  }
`);

export const JobHead = graphql(`
  query JobHead($namespace: String!, $name: String!) {
    jobByName(namespace: $namespace, name: $name) {
      namespace
      name
      integration
      jobType
      processingType
      createdAt
      facets
      asset {
        id
        type
        namespace
        name
        displayName
        owner
      }
      parent {
        namespace
        name
      }
      rhythm {
        usualSeconds
        expectedAt
        isLate
      }
      week: health(days: 7) {
        runs
        failed
        failureRate
        medianSeconds
        p95Seconds
      }
      month: health(days: 30) {
        runs
        failed
        failureRate
        medianSeconds
        p95Seconds
      }
      inputs {
        namespace
        name
        asset {
          ...AssetRow
        }
      }
      outputs {
        namespace
        name
        asset {
          ...AssetRow
        }
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
      versions {
        id
        firstSeen
        lastSeen
        times
        isCurrent
        inputs {
          namespace
          name
        }
        outputs {
          namespace
          name
        }
      }
      children(first: 100) {
        namespace
        name
        jobType
        recentRuns(first: 12) {
          ...RunLine
        }
        health(days: 30) {
          runs
          failed
          failureRate
          medianSeconds
        }
        inputs {
          namespace
          name
        }
        outputs {
          namespace
          name
        }
      }
    }
  }
`);

export const JobRuns = graphql(`
  query JobRuns($assetId: ID!, $after: String) {
    runs(filter: { jobAssetId: $assetId }, first: 30, after: $after) {
      total
      endCursor
      nodes {
        ...RunLine
      }
    }
  }
`);
