{# A script's block handles its own failure. #}
{% macro bigquery__guarded(insert) %}
  {{- return('begin ' ~ insert ~ '; exception when error then select @@error.message; end') -}}
{% endmacro %}

{% macro bigquery__create_statements(outbox) %}
  {%- set table = 'create table if not exists ' ~ outbox ~ tributary.column_definitions(
    'string default generate_uuid()', text='string', now='current_timestamp()') -%}
  {{- return(['begin create schema if not exists ' ~ outbox.without_identifier() ~ '; ' ~ table ~
    '; exception when error then select @@error.message; end']) -}}
{% endmacro %}

{% macro bigquery__literal(text) %}{{ return(tributary.escaped_literal(text, quote="\\'")) }}{% endmacro %}

{# A query's text is a megabyte at most; the backslashes of the payload are doubled on the way. #}
{% macro bigquery__max_statement_length() %}{{ return(800000) }}{% endmacro %}
