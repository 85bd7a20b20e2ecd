{# Columns of what was built, in order, with the types that the warehouse gave them. #}
{% macro columns_of(relation) %}
  {{- return(adapter.dispatch('columns_of', 'tributary')(relation)) -}}
{% endmacro %}

{% macro default__columns_of(relation) %}
  {%- set columns = [] -%}
  {%- for column in adapter.get_columns_in_relation(relation) -%}
    {%- do columns.append({'name': column.name, 'type': column.data_type}) -%}
  {%- endfor -%}
  {{- return(columns) -}}
{% endmacro %}
