{# What every row says of the invocation that wrote it. #}
{% macro run_facts() %}
  {{- return({
    'started_at': tributary.moment(run_started_at), 'dbt_version': dbt_version, 'adapter': target.type, 'target': target.name,
    'owner': var('tributary_owner', none)}) -}}
{% endmacro %}


{# How building or testing one thing went, as run_results.json says it. #}
{% macro result_facts(result) %}
  {%- set timing = [] -%}
  {%- for time in result.timing or [] if time.completed_at -%}
    {%- do timing.append({'name': time.name, 'completed_at': tributary.moment(time.completed_at)}) -%}
  {%- endfor -%}
  {%- set response = result.adapter_response or {} -%}
  {{- return({'v': 1, 'run': tributary.run_facts(), 'result': {
    'unique_id': result.node.unique_id, 'status': result.status | string, 'timing': timing,
    'execution_time': result.execution_time, 'failures': result.failures,
    'message': none if result.message is none else (result.message | string)[:4000],
    'adapter_response': {'rows_affected': response.get('rows_affected')}}}) -}}
{% endmacro %}


{# A time as ISO 8601 writes it; dbt's own are in UTC and do not always say so. #}
{% macro moment(time) %}
  {%- set text = time | string | replace(' ', 'T') -%}
  {{- return(text if text.endswith('Z') or '+' in text else text ~ 'Z') -}}
{% endmacro %}
