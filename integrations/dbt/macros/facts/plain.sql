{# Some members of a mapping, those that are there, as plain JSON values. #}
{% macro pick(mapping, names) %}
  {%- set copy = {} -%}
  {%- for name in names -%}
    {%- set value = mapping.get(name) -%}
    {%- if value is string -%}{%- do copy.update({name: value}) -%}
    {%- elif value is not none -%}{%- do copy.update({name: tributary.plain(value)}) -%}
    {%- endif -%}
  {%- endfor -%}
  {{- return(copy) -}}
{% endmacro %}


{# A value that JSON can spell: dates and whatever else YAML or dbt may hold become text, NaN and infinity null. #}
{% macro plain(value) %}
  {%- if value is none or value is string or value is boolean -%}
    {{- return(value) -}}
  {%- elif value is number -%}
    {{- return(none if (value | string) in ['nan', 'inf', '-inf'] else value) -}}
  {%- elif value is mapping -%}
    {%- set copy = {} -%}
    {%- for key, member in value.items() -%}
      {%- do copy.update({(key | string): member if member is string else tributary.plain(member)}) -%}
    {%- endfor -%}
    {{- return(copy) -}}
  {%- elif value is iterable -%}
    {%- set copy = [] -%}
    {%- for member in value -%}
      {%- do copy.append(member if member is string else tributary.plain(member)) -%}
    {%- endfor -%}
    {{- return(copy) -}}
  {%- endif -%}
  {{- return(value | string) -}}
{% endmacro %}
