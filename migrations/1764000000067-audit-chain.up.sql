-- The audit log as a chain: each link holds the hash of its entry together with the hash before it, in the order of
-- commits. An entry that is changed, taken out, put in or moved no longer fits its link, or its neighbour.

-- What is hashed of an entry. Actors are opaque ids: a person can be erased without touching it.
create function audit_content(entry audit_entry) returns bytea language sql stable as $$
  select convert_to(jsonb_build_array(
    entry.seq, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor, entry.action, entry.object,
    entry.before, entry.after, entry.reason, entry.request_id)::text, 'UTF8')
$$;

create table audit_link (
  position bigint primary key check (position > 0), -- 1, 2, 3 … without a gap
  seq      bigint not null unique,                  -- of the entry
  hash     bytea not null                           -- sha-256 of the hash before and the entry's content
);

-- Every thousandth hash once more, so that a chain written anew from some entry on is noticed.
create table audit_checkpoint (
  position bigint primary key,
  hash     bytea not null,
  at       timestamptz not null default now()
);

-- Where the chain ends: what is cut off at the end is missed.
create table audit_head (
  is_only  boolean primary key default true check (is_only),
  position bigint not null,
  hash     bytea not null
);
insert into audit_head (position, hash) values (0, '');

-- The first entry of a transaction links all of it: the head is written once, however many there are.
create function link_audit_entry() returns trigger language plpgsql as $$
declare
  head audit_head;
  entry audit_entry;
begin
  if exists (select from audit_link where seq = new.seq) then return null; end if;
  select * into head from audit_head for update;
  for entry in
    select * from audit_entry
     where seq >= new.seq and (xmin = pg_current_xact_id()::xid or seq = new.seq)
       and not exists (select from audit_link where audit_link.seq = audit_entry.seq)
     order by seq
  loop
    head.position := head.position + 1;
    head.hash := sha256(head.hash || audit_content(entry));
    insert into audit_link (position, seq, hash) values (head.position, entry.seq, head.hash);
    if head.position % 1000 = 0 then
      insert into audit_checkpoint (position, hash) values (head.position, head.hash);
    end if;
  end loop;
  update audit_head set position = head.position, hash = head.hash;
  return null;
end $$;

-- What was written before there was a chain, in its order.
do $$
declare
  entry audit_entry;
  last_hash bytea := '';
  place bigint := 0;
begin
  for entry in select * from audit_entry order by seq loop
    place := place + 1;
    last_hash := sha256(last_hash || audit_content(entry));
    insert into audit_link (position, seq, hash) values (place, entry.seq, last_hash);
    if place % 1000 = 0 then insert into audit_checkpoint (position, hash) values (place, last_hash); end if;
  end loop;
  update audit_head set position = place, hash = last_hash;
end $$;

-- At the end of the transaction, so that the one place where all writers meet is held for no longer than a commit.
create constraint trigger audit_entry_linked after insert on audit_entry
  deferrable initially deferred for each row execute function link_audit_entry();

create trigger audit_link_insert_only before update or delete on audit_link
  for each row execute function refuse_change();
create trigger audit_link_no_truncate before truncate on audit_link
  for each statement execute function refuse_change();
create trigger audit_checkpoint_insert_only before update or delete on audit_checkpoint
  for each row execute function refuse_change();
create trigger audit_checkpoint_no_truncate before truncate on audit_checkpoint
  for each statement execute function refuse_change();

create index audit_entry_actor_idx on audit_entry (actor, seq desc);
create index audit_entry_action_idx on audit_entry (action text_pattern_ops, seq desc);
create index audit_entry_at_idx on audit_entry (at);

-- Whether an entry fits a filter; a plain expression, so that Postgres drops what the filter does not say.
create function audit_fits(entry audit_entry, wanted jsonb) returns boolean language sql stable parallel safe as $$
  select (wanted -> 'objects' is null or wanted -> 'objects' ? entry.object)
    and (wanted -> 'actors' is null or wanted -> 'actors' ? entry.actor)
    and (wanted -> 'actions' is null
         or exists (select from jsonb_array_elements_text(wanted -> 'actions') as action
                     where entry.action = action or (right(action, 1) = '.' and starts_with(entry.action, action))))
    and (wanted -> 'since' is null or entry.at >= (wanted ->> 'since')::timestamptz)
    and (wanted -> 'until' is null or entry.at < (wanted ->> 'until')::timestamptz)
$$;
