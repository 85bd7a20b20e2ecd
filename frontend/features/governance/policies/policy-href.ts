/** The page of a policy, with `query` such as `tab=versions`. */
export function policyHref(name: string, query = ''): string {
  return `/governance/policies/${encodeURIComponent(name)}${query && `?${query}`}`;
}
