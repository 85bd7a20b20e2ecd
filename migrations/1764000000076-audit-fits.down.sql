-- As it was before: with the query inside.
create or replace function audit_fits(entry audit_entry, wanted jsonb) returns boolean language sql stable parallel safe as $$
  select (wanted -> 'objects' is null or wanted -> 'objects' ? entry.object)
    and (wanted -> 'actors' is null or wanted -> 'actors' ? entry.actor)
    and (wanted -> 'actions' is null
         or exists (select from jsonb_array_elements_text(wanted -> 'actions') as action
                     where entry.action = action or (right(action, 1) = '.' and starts_with(entry.action, action))))
    and (wanted -> 'since' is null or entry.at >= (wanted ->> 'since')::timestamptz)
    and (wanted -> 'until' is null or entry.at < (wanted ->> 'until')::timestamptz)
$$;
drop function audit_action_fits(text, jsonb);
