{# Where the project builds, in OpenLineage's words: postgres://host:5432. `tributary_namespace` says it otherwise. #}
{% macro place() %}
  {%- set given = var('tributary_namespace', none) -%}
  {{- return(given or adapter.dispatch('place', 'tributary')()) -}}
{% endmacro %}

{% macro default__place() %}
  {%- set port = ':' ~ target.port if target.port -%}
  {{- return(target.type ~ '://' ~ (target.host or target.server or '') ~ (port or '')) -}}
{% endmacro %}

{% macro duckdb__place() %}{{ return('duckdb://' ~ target.path) }}{% endmacro %}
{% macro snowflake__place() %}{{ return('snowflake://' ~ target.account) }}{% endmacro %}
{% macro bigquery__place() %}{{ return('bigquery') }}{% endmacro %}
{% macro databricks__place() %}{{ return('databricks://' ~ target.host) }}{% endmacro %}
{% macro sqlserver__place() %}{{ return('mssql://' ~ target.server ~ ':' ~ (target.port or 1433)) }}{% endmacro %}
