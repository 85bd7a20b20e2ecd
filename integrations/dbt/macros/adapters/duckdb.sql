{% macro duckdb__create_statements(outbox) %}
  {%- set sequence = outbox.without_identifier() ~ '.outbox_id' -%}
  {{- return([
    'create schema if not exists ' ~ outbox.without_identifier(),
    'create sequence if not exists ' ~ sequence,
    'create table if not exists ' ~ outbox ~ tributary.column_definitions("bigint default nextval('" ~ sequence ~ "')", moment='timestamptz')]) -}}
{% endmacro %}

{# dbt-duckdb begins a transaction of its own here and there, and rolls back what is open at the end of a model. #}
{% macro duckdb__execute(sql) %}
  {%- call statement(auto_begin=true) -%}{{ sql }}{%- endcall -%}
  {%- do adapter.commit() -%}
{% endmacro %}
