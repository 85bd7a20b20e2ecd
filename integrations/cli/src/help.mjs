// @ts-check
/** Shown by --help. */
export const HELP = `tributary: command-line client of the Tributary data catalog

  tributary dbt upload <target folder> --namespace <where the project builds>
                       [--target <name>] [--project <name>] [--allow-large-close]
  tributary dbt pull <postgres url> [--outbox tributary.outbox] [--namespace …] [--target …] [--watch <seconds>]
  tributary dbt pull [--dbt <program>] [… as above] [-- <options of dbt, such as --project-dir>]
  tributary ingest dbt …                    the same as dbt upload
  tributary ingest file <file> --connector <name> [--param key=value …]
  tributary search <words> [--type TABLE …] [--first 20]
  tributary lineage <asset id, or namespace and name> [--direction UPSTREAM|DOWNSTREAM|BOTH] [--depth 3] [--at <time>]
  tributary lineage --select '<selector>'   what dbt's selector language means in the whole graph: +orders,tag:nightly
  tributary impact <asset id, or namespace and name> [--column <name>] [--change drop|rename|retype|deprecate]
                   [--format text|markdown|csv]
  tributary gate dbt --namespace <where the project builds> [--manifest target/manifest.json] [--target <name>]
                     [--format text|json|sarif|junit|markdown] [--fail-on error|warning|note|never] [-o <file>]
                     [--offline <snapshot>]   without the service, on what was exported
  tributary policy export <folder>          one YAML file for each policy
  tributary policy import <folder> [--submit] [--comment <why>]
  tributary export assets|edges|column-edges [--source <kind>] [--namespace <name>] [-o <file>]
  tributary export gate-snapshot -o <file.gz>   what gate dbt --offline needs of the catalog
  tributary token create --name <name> --role viewer|contributor|steward|ingestor
                         [--namespace <name> …] [--days 90] [--username <you>]
  tributary audit verify [--witness <file>]  whether the audit log is as it was written
  tributary person erase <username or id> --reason <why>   forgets a person; what they did stays, without a name

Everywhere
  --url     the service        default: TRIBUTARY_URL, then http://localhost:3000
  --token   an API token       default: TRIBUTARY_TOKEN
  --json    machine-readable output

dbt pull drains the outbox that the dbt package writes: of a Postgres itself (TRIBUTARY_OUTBOX_URL keeps its password
off the command line), of any other warehouse through dbt.

token create asks for your password when no token is set (or reads TRIBUTARY_PASSWORD).

Exit codes: 0 done · 1 refused or failed · 2 wrong usage · 3 service not reachable · 4 not allowed · 5 not found
            6 the gate found something at least as bad as --fail-on
`;
