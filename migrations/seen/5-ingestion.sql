-- Ingestion. What has not been taken apart may name anything: raw events and dead letters are for those who see
-- everything, and so are the numbers of what was delivered together with something hidden.
create view seen.event_inbox as
select * from public.event_inbox where false;

create view seen.dead_event as
select * from public.dead_event where false;

create view seen.delivery_item as
select * from public.delivery_item item
 where not exists (select from seen.hidden where hidden.id = item.asset_id);

create view seen.delivery_chunk as
select * from public.delivery_chunk where false;

select seen.show('delivery', 'true', jsonb_build_object(
  'error', $$case when error is null then null else jsonb_build_object('code', error -> 'code', 'message', 'Not shown') end$$,
  'report', $$
    case when exists (select from public.delivery other
                       where other.connector = delivery.connector and other.parameters = delivery.parameters
                         and other.id in (select said.delivery_id from public.assertion said
                                            join seen.hidden on hidden.id = said.asset_id
                                          union all
                                          select past.closed_by from public.assertion_history past
                                            join seen.hidden on hidden.id = past.asset_id
                                          union all
                                          select change.delivery_id from public.change_log change
                                            join seen.hidden on hidden.id = change.asset_id))
         then null else delivery.report end$$));

-- What an audit entry says of an asset is read by administrators alone; nobody who reads here is one.
create view seen.audit_entry as
select * from public.audit_entry where false;

-- Functions that take a whole row take the row of the view as well.
do $$
declare
  definition text;
begin
  for definition in
    select pg_get_functiondef(function.oid)
      from pg_proc function
     where function.pronamespace = 'public'::regnamespace
       and exists (select from unnest(function.proargtypes) as argument
                     join pg_type type on type.oid = argument
                     join pg_class taken on taken.oid = type.typrelid
                    where to_regclass('seen.' || taken.relname) is not null)
  loop
    execute replace(definition, 'public.', 'seen.');
  end loop;
end $$;

drop function seen.show(text, text, jsonb);
