-- Takes back 1764000000041-classification.up.sql.
create or replace function search_asset_fits(asset asset, wanted jsonb) returns boolean language sql stable parallel safe as $$
  select (wanted -> 'status' is null or wanted -> 'status' ? asset.status)
    and (wanted -> 'classification' is null
         or wanted -> 'classification' ?| lower(asset.class_categories::text)::text[]
         or coalesce(wanted -> 'classification'
              ? (array['PUBLIC', 'INTERNAL', 'CONFIDENTIAL', 'RESTRICTED'])[asset.class_level], false))
    and not coalesce(wanted #> '{excluded,status}' ? asset.status, false)
    and not coalesce(wanted #> '{excluded,classification}' ?| lower(asset.class_categories::text)::text[], false)
    and (not coalesce(wanted -> 'has' ? 'description', false) or coalesce(asset.description, '') <> '')
    and (not coalesce(wanted -> 'has' ? 'column', false) or asset.column_count > 0)
    and (not coalesce(wanted -> 'has' ? 'upstream', false) or asset.upstream_count > 0)
    and (not coalesce(wanted -> 'has' ? 'downstream', false) or asset.downstream_count > 0)
    and (not coalesce(wanted -> 'missing' ? 'description', false) or coalesce(asset.description, '') = '')
    and (not coalesce(wanted -> 'missing' ? 'column', false) or asset.column_count = 0)
    and (not coalesce(wanted -> 'missing' ? 'upstream', false) or asset.upstream_count = 0)
    and (not coalesce(wanted -> 'missing' ? 'downstream', false) or asset.downstream_count = 0)
$$;
drop function carried_atom(classification_atom, text, boolean);
drop view said_classification;
drop function is_derived(smallint, text[], smallint, text[]);
drop function effective_categories(text[], text[]);
drop function category_floor(text[]);
drop function edge_effect(text, text, boolean, text, text);
drop table propagation_block;
drop trigger asset_column_forgets_derived on asset_column;
drop function forget_derived_classification();
drop table derived_classification, classification_atom;
drop index asset_column_exact_idx, asset_column_said_idx;
alter table asset_column drop column derived_subtypes, drop column derived_categories, drop column derived_level,
  drop column class_exact, drop column class_subtypes;
alter table asset drop column derived_categories, drop column derived_level;
