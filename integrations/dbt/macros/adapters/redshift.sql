{# Redshift knows neither dollar quotes in an insert nor texts over 65,535 bytes, and has no blocks with handlers. #}
{% macro redshift__create_statements(outbox) %}
  {{- return([
    'create schema if not exists ' ~ outbox.include(database=false, identifier=false),
    'create table if not exists ' ~ outbox ~ tributary.column_definitions(
      'bigint identity(1, 1)', text='varchar(2000)', long_text='varchar(65535)', now='getdate()')]) -}}
{% endmacro %}

{% macro redshift__guarded(insert) %}{{ return(tributary.default__guarded(insert)) }}{% endmacro %}
{% macro redshift__has_outbox() %}{{ return(tributary.default__has_outbox()) }}{% endmacro %}
{% macro redshift__literal(text) %}{{ return(tributary.escaped_literal(text)) }}{% endmacro %}
{% macro redshift__columns_of(relation) %}{{ return(tributary.default__columns_of(relation)) }}{% endmacro %}

{# Letters of four bytes, at most. #}
{% macro redshift__max_text_length() %}{{ return(16000) }}{% endmacro %}
