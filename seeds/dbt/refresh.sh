#!/usr/bin/env bash
# Rebuilds the demo's artifacts with the real dbt (dbt-core and dbt-postgres from PyPI).
# Needs a Postgres with a database "nightjar" and NIGHTJAR_HOST, _PORT, _USER, _PASSWORD set.
set -euo pipefail
cd "$(dirname "$0")"
export DBT_PROFILES_DIR=. DBT_SEND_ANONYMOUS_USAGE_STATS=false
dbt build || true # one test fails on purpose: the demo has something to look at
cp target/run_results.json target/run_results.build.json
dbt source freshness || true
dbt docs generate
mv target/run_results.build.json target/run_results.json
for artifact in manifest catalog run_results sources semantic_manifest; do
  gzip -9 -n -c "target/$artifact.json" > "target/$artifact.json.gz"
done
