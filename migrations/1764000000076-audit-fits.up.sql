-- Whether an entry fits a filter, in a form that Postgres can put in place of the call: a function with a query inside is
-- run for every row.
create function audit_action_fits(action text, wanted jsonb) returns boolean language sql immutable parallel safe as $$
  select exists (select from jsonb_array_elements_text(wanted) as one
                  where $1 = one or (right(one, 1) = '.' and starts_with($1, one)))
$$;

create or replace function audit_fits(entry audit_entry, wanted jsonb) returns boolean
language sql stable parallel safe as $$
  select (wanted -> 'objects' is null or wanted -> 'objects' ? entry.object)
    and (wanted -> 'actors' is null or wanted -> 'actors' ? entry.actor)
    and (wanted -> 'actions' is null or audit_action_fits(entry.action, wanted -> 'actions'))
    and (wanted -> 'since' is null or entry.at >= (wanted ->> 'since')::timestamptz)
    and (wanted -> 'until' is null or entry.at < (wanted ->> 'until')::timestamptz)
$$;
