/** What a new policy starts from: it is valid, warns, and finds what nobody answers for. */
export const NEW_POLICY = `apiVersion: tributary/v1
kind: Policy
metadata:
  name: my-policy
  title: Marts have an owner
  owner: team:governance
spec:
  mode: warn
  match:
    layer: mart
  require:
    owner: true
  violation:
    severity: warning
  remediation: Name who answers for it on its page, or in the meta of its dbt model.
`;
