-- Takes back 1764000000053-set-checks.up.sql.
drop trigger code_stays_while_named on code;
drop function keep_named_code();
drop trigger source_stays_while_named on source;
drop function keep_named_sources();
drop trigger assertion_takes_its_edges on assertion;
drop function drop_edges_of_assertions();
drop trigger asset_takes_its_edges on asset;
drop function drop_edges_and_rules_of_assets();
drop trigger quality_rule_names_others on quality_rule;
drop trigger quality_rule_names on quality_rule;
drop trigger lineage_edge_names_others on lineage_edge;
drop trigger lineage_edge_names on lineage_edge;
drop function check_rule();
drop function check_edge();
alter table quality_rule
  add constraint quality_rule_source_id_fkey foreign key (source_id) references source,
  add constraint quality_rule_asset_id_fkey foreign key (asset_id) references asset on delete cascade;
alter table lineage_edge
  add constraint lineage_edge_upstream_id_fkey foreign key (upstream_id) references asset on delete cascade,
  add constraint lineage_edge_downstream_id_fkey foreign key (downstream_id) references asset on delete cascade,
  add constraint lineage_edge_assertion_id_fkey foreign key (assertion_id) references assertion on delete cascade,
  add constraint lineage_edge_source_id_fkey foreign key (source_id) references source,
  add constraint lineage_edge_job_id_fkey foreign key (job_id) references asset,
  add constraint lineage_edge_code_hash_fkey foreign key (code_hash) references code;
