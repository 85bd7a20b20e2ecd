{#
  The two halves of `tributary dbt pull`, for warehouses that it reaches through dbt:

      dbt --quiet --no-write-json run-operation tributary.print_outbox
      dbt --quiet --no-write-json run-operation tributary.acknowledge_outbox --args '{ids: [1, 2, 3]}'

  A row is printed until it is acknowledged, and acknowledged when the catalog has it: a crash in between means that it
  is sent twice, which the catalog recognises.
#}

{# Prints what waits in the outbox, oldest first, one line of JSON each. #}
{% macro print_outbox(limit=500) %}
  {%- if execute and tributary.has_outbox() -%}
    {%- set names = ['id'] + tributary.columns() + ['created_at'] -%}
    {%- call statement('tributary_outbox', fetch_result=true, auto_begin=false) -%}
      select {{ names | join(', ') }} from {{ tributary.outbox() }}
       where drained_at is null
       order by created_at, id
       limit {{ limit | int }}
    {%- endcall -%}
    {%- for cells in load_result('tributary_outbox').data -%}
      {%- set row = {} -%}
      {%- for cell in cells -%}
        {%- do row.update({names[loop.index0]: cell if cell is number or cell is string else cell | string}) -%}
      {%- endfor -%}
      {%- do print(tojson(row)) -%}
    {%- endfor -%}
  {%- endif -%}
{% endmacro %}


{# Marks rows as drained, and forgets those drained more than a week ago. #}
{% macro acknowledge_outbox(ids) %}
  {%- set literals = [] -%}
  {%- for id in ids -%}
    {%- do literals.append(id | string if id is number else tributary.literal(id)) -%}
  {%- endfor -%}
  {%- if execute and literals -%}
    {%- do tributary.execute(
      'update ' ~ tributary.outbox() ~ ' set drained_at = ' ~ dbt.current_timestamp() ~ ' where id in (' ~ literals | join(', ') ~ ')') -%}
    {%- do tributary.execute(
      'delete from ' ~ tributary.outbox() ~ ' where drained_at < ' ~ dbt.dateadd('day', -7, dbt.current_timestamp())) -%}
  {%- endif -%}
{% endmacro %}
