{# A block of Snowflake Scripting handles its own failure. Dollar quotes hold it: no payload has a dollar sign. #}
{% macro snowflake__guarded(insert) %}
  {{- return('execute immediate $$ begin ' ~ insert ~ '; exception when other then return sqlerrm; end; $$') -}}
{% endmacro %}

{% macro snowflake__create_statements(outbox) %}
  {%- set table = 'create table if not exists ' ~ outbox ~ tributary.column_definitions(
    'number autoincrement', text='varchar', moment='timestamp_tz', now='current_timestamp()') -%}
  {{- return(['execute immediate $$ begin create schema if not exists ' ~ outbox.without_identifier() ~ '; ' ~ table ~
    '; exception when other then return sqlerrm; end; $$']) -}}
{% endmacro %}

{% macro snowflake__literal(text) %}
  {{- return(tributary.escaped_literal(text) | replace('$', '\\u0024')) -}}
{% endmacro %}

{# A statement is a megabyte at most; the backslashes of the payload are doubled on the way. #}
{% macro snowflake__max_statement_length() %}{{ return(800000) }}{% endmacro %}
