{#
  What the catalog wants to know of a model, seed or snapshot that was just built.

  node: dbt's dictionary of it, compiled. relation: what was built. The catalog reads `node` as it reads manifest.json.
#}
{% macro node_facts(node, relation) %}
  {%- set facts = tributary.resource_facts(node) -%}
  {%- do facts.update({'columns': tributary.columns_of(relation)}) -%}
  {%- set code = node.get('compiled_code') or node.get('compiled_sql') -%}
  {%- if code -%}
    {%- if code | length <= var('tributary_max_sql_length', 4194304) | int -%}
      {%- do facts.node.update({'compiled_code': code}) -%}
    {%- else -%}
      {%- do facts.update({'omitted_code': {'length': code | length, 'md5': local_md5(code)}}) -%}
    {%- endif -%}
  {%- endif -%}
  {{- return(facts) -}}
{% endmacro %}


{# What the project says of a resource: its own words, its parents with their relations, who owns its group. #}
{% macro resource_facts(node) %}
  {%- set words = tributary.pick(node, [
    'unique_id', 'name', 'resource_type', 'package_name', 'database', 'schema', 'alias', 'identifier', 'relation_name',
    'description', 'tags', 'meta', 'group', 'access', 'version', 'latest_version', 'deprecation_date', 'language',
    'original_file_path', 'constraints', 'primary_key', 'contract', 'docs', 'depends_on', 'columns',
    'source_name', 'source_description', 'source_meta', 'loader', 'loaded_at_field', 'freshness', 'external', 'quoting',
    'column_name', 'attached_node', 'tested_node_unique_id', 'test_metadata', 'model',
    'type', 'label', 'url', 'maturity', 'owner']) -%}
  {%- do words.update({'config': tributary.pick(node.get('config') or {}, [
    'materialized', 'tags', 'meta', 'group', 'access', 'contract', 'quoting', 'incremental_strategy', 'unique_key',
    'strategy', 'updated_at', 'check_cols', 'hard_deletes', 'invalidate_hard_deletes', 'snapshot_meta_column_names',
    'freshness', 'loaded_at_field', 'severity', 'where', 'limit', 'warn_if', 'error_if', 'fail_calc',
    'store_failures'])}) -%}
  {%- set facts = {'v': 1, 'run': tributary.run_facts(), 'node': words, 'parents': tributary.parents_of(node)} -%}
  {%- set checksum = (node.get('checksum') or {}).get('checksum') -%}
  {%- if checksum -%}{%- do facts.update({'checksum': checksum}) -%}{%- endif -%}
  {%- set group = graph.groups.get('group.' ~ node.package_name ~ '.' ~ words.group) if words.group and graph.groups -%}
  {%- if group -%}{%- do facts.update({'group_owner': tributary.plain(group.owner)}) -%}{%- endif -%}
  {{- return(facts) -}}
{% endmacro %}


{# Parents as dbt resolved them, with where they live; a deferred one lives where the other environment has it. #}
{% macro parents_of(node) %}
  {%- set parents = [] -%}
  {%- for id in (node.get('depends_on') or {}).get('nodes') or [] -%}
    {%- set parent = graph.sources[id] if id in graph.sources else graph.nodes.get(id, {}) -%}
    {%- set deferred = parent.get('defer_relation') if id not in selected_resources -%}
    {%- set place = deferred if deferred and (flags.FAVOR_STATE or not tributary.exists(parent)) else parent -%}
    {%- do parents.append({'unique_id': id, 'relation_name': place.relation_name}) -%}
  {%- endfor -%}
  {{- return(parents) -}}
{% endmacro %}


{% macro exists(node) %}
  {{- return(adapter.get_relation(database=node.database, schema=node.schema, identifier=node.alias) is not none) -}}
{% endmacro %}
