{# Makes the outbox where there is none yet. Runs by itself; needs no line in the project. #}
{% macro on_run_start() %}
  {%- if tributary.is_recording(['test']) and not tributary.has_outbox() -%}
    {%- for statement in tributary.create_statements(tributary.outbox()) -%}
      {%- do tributary.execute(statement) -%}
    {%- endfor -%}
  {%- endif -%}
{% endmacro %}
