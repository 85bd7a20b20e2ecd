-- The inbox of OpenLineage events: bytes first, then understood in micro-batches. Events come by the thousand a second,
-- so one costs two narrow rows: its bytes, never touched again, and its place in the queue, deleted when it is done.
-- The ledger: received = processed + deduplicated + dead + pending, counted here and, for the last two, by their rows.

create sequence event_id_seq as bigint;

-- Partitions by day are made ahead and dropped by retention; the default one is for a clock that jumps.
create table event_inbox (
  id          bigint not null default nextval('event_id_seq'),
  received_at timestamptz not null default now(),
  sender      text not null,                       -- person or token, as in the audit log
  bytes       bytea not null,                      -- one event, as sent, inflated; secrets blotted out once it is understood
  primary key (id, received_at)
) partition by range (received_at);
create table event_inbox_default partition of event_inbox default;

-- Events nobody has understood yet.
create table event_pending (
  id          bigint primary key,
  received_at timestamptz not null,
  attempts    smallint not null default 0          -- failures of ours, not of the event
);

-- Events that were refused at the door (REFUSED) or could not be understood (DEAD). Bytes are kept for an edit and a
-- replay; a replayed event leaves this table.
create table dead_event (
  id          bigint primary key,
  public_id   uuid not null default uuid_v7() unique,
  status      text not null check (status in ('REFUSED', 'DEAD', 'DISCARDED')),
  was_received boolean not null default true,      -- false: refused, so the ledger does not know it
  received_at timestamptz not null,
  failed_at   timestamptz not null default now(),
  sender      text not null,
  bytes       bytea,                               -- null once retention took them
  code        text not null,
  message     text not null,
  fingerprint text not null                        -- of the message without its particulars: the same mistake, the same group
);
create index dead_event_group_idx on dead_event (fingerprint, id desc);
create index dead_event_recent_idx on dead_event (id desc) where status <> 'DISCARDED';

-- What happened per minute. A lane is one process at a time: no two wait for the same row.
create table event_count (
  minute       timestamptz not null,
  lane         smallint not null,
  received     bigint not null default 0,
  processed    bigint not null default 0,
  deduplicated bigint not null default 0,
  refused      bigint not null default 0,
  bytes        bigint not null default 0,
  primary key (minute, lane)
);
