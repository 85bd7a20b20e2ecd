{#
  Post-hook: writes down in the outbox what dbt has just built.

      models:
        +post-hook: "{{ tributary.record() }}"

  dbt runs hooks that are given as text inside the model's transaction. Unless `tributary_atomic` is set, the writing
  is put off until that transaction is committed, so that nothing about the outbox can undo a model. dbt 2 lets nobody
  put anything off: there it is written inside, in the form that swallows its own failure.
#}
{% macro record() %}
  {%- if tributary.is_recording() -%}
    {%- if var('tributary_atomic', false) -%}
      {{- tributary.insert_into([tributary.own_row()]) -}}
    {%- elif not tributary.is_in_transaction() -%}
      {%- do tributary.record_now() -%}
    {%- elif post_hooks.append is defined -%}
      {%- do post_hooks.append({'sql': '{% do tributary.record_now() %}', 'transaction': false}) -%}
    {%- else -%}
      {{- tributary.guarded(tributary.insert_into([tributary.own_row()])) -}}
    {%- endif -%}
  {%- endif -%}
{% endmacro %}


{# Writes down the model of this context, where there is an outbox, and never fails because of it. #}
{% macro record_now() %}
  {%- do tributary.write([tributary.own_row()]) -%}
{% endmacro %}

{% macro own_row() %}
  {{- return(tributary.row('node', model.unique_id, tributary.node_facts(model, this))) -}}
{% endmacro %}


{# Whether this invocation builds something, for real, and the project did not turn the package off. #}
{% macro is_recording(more_commands=[]) %}
  {%- set commands = ['run', 'build', 'seed', 'snapshot', 'retry'] + more_commands -%}
  {{- return(execute and var('tributary_enabled', true) and flags.WHICH in commands and not flags.EMPTY) -}}
{% endmacro %}


{# Whether a post-hook given as text now runs in a transaction that an after-commit hook follows. #}
{% macro is_in_transaction() %}
  {{- return(adapter.dispatch('is_in_transaction', 'tributary')()) -}}
{% endmacro %}

{# Most warehouses commit each statement by itself. #}
{% macro default__is_in_transaction() %}{{ return(false) }}{% endmacro %}

{% macro postgres__is_in_transaction() %}
  {%- for hook in post_hooks if not hook.transaction and 'tributary.record' in hook.sql -%}
    {{- return(false) -}}
  {%- endfor -%}
  {{- return(true) -}}
{% endmacro %}

{% macro redshift__is_in_transaction() %}{{ return(tributary.postgres__is_in_transaction()) }}{% endmacro %}
{% macro duckdb__is_in_transaction() %}{{ return(tributary.postgres__is_in_transaction()) }}{% endmacro %}
