-- What a reader finds who may not know of everything: for every table that tells of assets, a view of the same name
-- without the rows that a restriction hides from them. Connections of such readers look into this schema first, so each
-- query of the product, whatever it asks, runs over a catalog from which the hidden assets are gone.
--
-- Not a migration: made anew, in one transaction, after migrations and whenever these files have changed, so that `*` is
-- always what the table has. A test says which tables need no view, and why; a new table is refused until it is in one
-- of the two places.
--
-- The reader is the setting tributary.reader: person:<uuid>, token:<uuid> or anonymous:anonymous.
create schema seen;
set local search_path = seen, public;

-- A view of a table with all its columns, some of them by another expression: a column that a table gets later is in the
-- view as well.
create function seen.show(relation text, condition text, replaced jsonb) returns void language plpgsql as $$
begin
  execute format('create view seen.%1$I as select %2$s from public.%1$I where %3$s', relation, (
    select string_agg(coalesce(replaced ->> attname || ' as ', format('%I.', relation)) || quote_ident(attname), ', ' order by attnum)
      from pg_attribute
     where attrelid = ('public.' || quote_ident(relation))::regclass and attnum > 0 and not attisdropped), condition);
end $$;

-- The rule. An asset under a restriction is hidden, but from its owner, and from people whose access was granted and is
-- not over. Stewards and administrators never read through this schema.
create view seen.hidden as
select covered.asset_id as id
  from public.restricted_asset covered
 where not exists (select from public.access_request granted
                    where granted.asset_id = covered.asset_id
                      and granted.requested_by = current_setting('tributary.reader', true)
                      and granted.status = 'APPROVED'
                      and granted.expires_at > now())
   and not exists (select from public.asset owned
                     join public.person on lower(owned.owner) in (lower(person.username), lower(person.email))
                    where owned.id = covered.asset_id
                      and not person.is_disabled
                      and 'person:' || person.id = current_setting('tributary.reader', true));

create view seen.hidden_column as
select asset_column.id
  from public.asset_column
  join seen.hidden on hidden.id = asset_column.asset_id;
