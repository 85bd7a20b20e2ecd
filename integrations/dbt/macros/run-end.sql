{#
  Writes down what only the end of a run knows: results, and the tests, sources, ephemeral models and exposures around
  what ran. Runs by itself; needs no line in the project.
#}
{% macro on_run_end(results) %}
  {%- if tributary.is_recording(['test']) and results -%}
    {%- if tributary.has_outbox() -%}
      {%- do tributary.write(tributary.missed_rows(results) + tributary.resource_rows(results) + tributary.result_rows(results)) -%}
    {%- else -%}
      {%- do exceptions.warn('tributary: nothing of this run was written down, there is no outbox ' ~ tributary.outbox()) -%}
    {%- endif -%}
  {%- endif -%}
{% endmacro %}


{# Models whose post-hook left nothing in the outbox: it could not be written then, or the materialization has no hook after its commit. #}
{% macro missed_rows(results) %}
  {%- set rows = [] -%}
  {%- set written = {} -%}
  {%- for row in run_query(tributary.select_written_statement()).rows -%}
    {%- do written.update({row[0]: true}) -%}
  {%- endfor -%}
  {%- for result in results if result.status == 'success' and result.node.unique_id not in written -%}
    {%- set node = result.node.to_dict(omit_none=true) -%}
    {%- if tributary.is_hooked(node) -%}
      {%- set relation = api.Relation.create(database=node.database, schema=node.schema, identifier=node.alias) -%}
      {%- do rows.append(tributary.row('node', node.unique_id, tributary.node_facts(node, relation))) -%}
    {%- endif -%}
  {%- endfor -%}
  {{- return(rows) -}}
{% endmacro %}


{% macro is_hooked(node) %}
  {%- set config = node.config or {} -%}
  {%- for hook in (config.get('post-hook') or config.get('post_hook') or []) if 'tributary.record' in (hook | string) -%}
    {{- return(true) -}}
  {%- endfor -%}
  {{- return(false) -}}
{% endmacro %}


{# Tests that ran; sources and ephemeral models that feed what ran; exposures that it feeds. #}
{% macro resource_rows(results) %}
  {%- set rows = [] -%}
  {%- set ran = {} -%}
  {%- set seen = {} -%}
  {%- set waiting = [] -%}
  {%- for result in results -%}
    {%- set id = result.node.unique_id -%}
    {%- do ran.update({id: true}) -%}
    {%- set node = graph.nodes[id] if id in graph.nodes else result.node.to_dict(omit_none=true) -%}
    {%- if node.resource_type in ['test', 'unit_test'] -%}
      {%- do rows.append(tributary.row('resource', id, tributary.resource_facts(node))) -%}
    {%- endif -%}
    {%- do waiting.append(node) -%}
  {%- endfor -%}
  {%- for exposure in graph.exposures.values() if exposure.depends_on.nodes | select('in', ran) | list -%}
    {%- do rows.append(tributary.row('resource', exposure.unique_id, tributary.resource_facts(exposure))) -%}
    {%- do waiting.append(exposure) -%}
  {%- endfor -%}
  {#- The list grows while it is walked: an ephemeral model may stand behind another. -#}
  {%- for child in waiting -%}
    {%- for id in (child.depends_on or {}).get('nodes') or [] if id not in seen -%}
      {%- do seen.update({id: true}) -%}
      {%- set parent = graph.sources[id] if id in graph.sources else graph.nodes.get(id) -%}
      {%- if parent and (parent.resource_type == 'source' or parent.config.materialized == 'ephemeral') -%}
        {%- do rows.append(tributary.row('resource', id, tributary.resource_facts(parent))) -%}
        {%- do waiting.append(parent) -%}
      {%- endif -%}
    {%- endfor -%}
  {%- endfor -%}
  {{- return(rows) -}}
{% endmacro %}


{% macro result_rows(results) %}
  {%- set rows = [] -%}
  {%- for result in results -%}
    {%- do rows.append(tributary.row('result', result.node.unique_id, tributary.result_facts(result))) -%}
  {%- endfor -%}
  {{- return(rows) -}}
{% endmacro %}
