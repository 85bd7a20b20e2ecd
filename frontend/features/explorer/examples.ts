/** A question worth asking first; runs as it stands. */
export interface Example {
  readonly name: string;
  readonly query: string;
  readonly variables: string;
}

const LINEAGE = `query Lineage($id: ID!) {
  lineage(assetId: $id, direction: DOWNSTREAM, depth: 3) {
    nodes {
      distance
      asset { displayName type owner }
    }
    edges { upstreamId downstreamId kind }
    complete
    omitted { reason count message }
  }
}`;

const SEARCH = `query Search {
  search(query: "orders", first: 5) {
    total
    hits {
      score
      asset { id namespace name type owner columnCount }
      matched { field snippet }
    }
    facets { field values { value count } }
  }
}`;

const ASSET = `query Asset($namespace: String!, $name: String!) {
  assetByName(namespace: $namespace, name: $name) {
    id
    description
    owner
    columns { name type isPrimaryKey classification { level categories } }
    facts { field value source alternatives { source value } }
  }
}`;

const REGISTER = `mutation Register {
  registerAsset(input: {
    namespace: "postgres://db.internal:5432"
    name: "shop.public.orders"
    type: TABLE
    columns: [{ name: "id", type: "bigint" }, { name: "email", type: "text" }]
    description: "Orders as the shop writes them"
  }) {
    id
    urn
  }
}`;

const OVERVIEW = `{
  overview {
    assetCount
    edgeCount
    byType { value count }
    ledger { received processed deduplicated deadLettered pending balances }
  }
}`;

/** What the explorer offers; the ids and names of a real asset are filled in when one is known. */
export function examplesFor(
  asset: { readonly id: string; readonly namespace: string; readonly name: string } | null,
): readonly Example[] {
  const { id, namespace, name } = asset ?? {
    id: '',
    namespace: 'postgres://db.internal:5432',
    name: 'shop.public.orders',
  };
  return [
    { name: 'Search', query: SEARCH, variables: '' },
    { name: 'Overview', query: OVERVIEW, variables: '' },
    { name: 'One asset', query: ASSET, variables: JSON.stringify({ namespace, name }, null, 2) },
    { name: 'Lineage', query: LINEAGE, variables: JSON.stringify({ id }, null, 2) },
    { name: 'Register', query: REGISTER, variables: '' },
  ];
}
