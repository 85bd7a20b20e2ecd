import { graphql } from '../../graphql/generated';

export const CurrentViewer = graphql(`
  query CurrentViewer {
    me {
      id
      username
      displayName
      role
      permissions
    }
  }
`);
