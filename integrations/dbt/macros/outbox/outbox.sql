{#
  The outbox: one table in the warehouse. Columns: id, namespace, project, invocation_id, unique_id, kind, part, parts,
  payload (JSON as text, in `parts` pieces where the warehouse has short texts), created_at, drained_at.
#}
{% macro outbox() %}
  {{- return(api.Relation.create(
    database=var('tributary_database', target.database), schema=var('tributary_schema', 'tributary'),
    identifier='outbox', type='table')) -}}
{% endmacro %}


{# Whether there is an outbox that this version of the package can write into. #}
{% macro has_outbox() %}
  {{- return(adapter.dispatch('has_outbox', 'tributary')()) -}}
{% endmacro %}

{% macro default__has_outbox() %}
  {%- set outbox = tributary.outbox() -%}
  {%- if adapter.check_schema_exists(outbox.database, outbox.schema) -%}
    {%- for relation in adapter.list_relations_without_caching(outbox.without_identifier()) -%}
      {%- if relation.identifier | lower == 'outbox' -%}
        {{- return(tributary.is_complete(tributary.columns_of(relation))) -}}
      {%- endif -%}
    {%- endfor -%}
  {%- endif -%}
  {{- return(false) -}}
{% endmacro %}

{# One question instead of three: it answers with no columns for a table that is not there. #}
{% macro duckdb__has_outbox() %}
  {{- return(tributary.is_complete(tributary.columns_of(tributary.outbox()))) -}}
{% endmacro %}

{% macro is_complete(columns) %}
  {%- set names = columns | map(attribute='name') | map('lower') | list -%}
  {%- for name in tributary.columns() if name not in names -%}
    {{- return(false) -}}
  {%- endfor -%}
  {{- return('drained_at' in names) -}}
{% endmacro %}


{# Columns that the package writes; id, created_at and drained_at the warehouse fills in. #}
{% macro columns() %}
  {{- return(['namespace', 'project', 'invocation_id', 'unique_id', 'kind', 'part', 'parts', 'payload']) -}}
{% endmacro %}


{% macro row(kind, unique_id, facts) %}
  {{- return({'kind': kind, 'unique_id': unique_id, 'payload': tributary.json(facts)}) -}}
{% endmacro %}


{# JSON text without quotes, dollars, percent signs and Jinja's brackets: fit for any literal once backslashes are. #}
{% macro json(value) %}
  {{- return(tojson(value)
    | replace("'", "\\u0027") | replace('$', '\\u0024') | replace('%', '\\u0025') | replace('`', '\\u0060')
    | replace('{{', '\\u007b\\u007b') | replace('{#', '\\u007b#')) -}}
{% endmacro %}


{# Writes rows in as few statements as the warehouse's limit on the length of one allows. #}
{% macro write(rows) %}
  {%- set limit = tributary.max_statement_length() -%}
  {%- set batch = namespace(rows=[], length=0) -%}
  {%- for row in rows -%}
    {%- if batch.rows and (batch.length + row.payload | length > limit or batch.rows | length >= 500) -%}
      {%- do tributary.execute(tributary.guarded(tributary.insert_into(batch.rows))) -%}
      {%- set batch.rows = [] -%}
      {%- set batch.length = 0 -%}
    {%- endif -%}
    {%- do batch.rows.append(row) -%}
    {%- set batch.length = batch.length + row.payload | length + 500 -%}
  {%- endfor -%}
  {%- if batch.rows -%}{%- do tributary.execute(tributary.guarded(tributary.insert_into(batch.rows))) -%}{%- endif -%}
{% endmacro %}


{# Runs a statement and makes it last. #}
{% macro execute(sql) %}
  {%- if sql | trim -%}{%- do adapter.dispatch('execute', 'tributary')(sql) -%}{%- endif -%}
{% endmacro %}

{% macro default__execute(sql) %}{%- do run_query(sql) -%}{% endmacro %}
