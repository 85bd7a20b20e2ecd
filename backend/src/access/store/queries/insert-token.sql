-- Adds an API token.
--
-- $1 name         text
-- $2 secret_hash  bytea    sha-256 of the secret
-- $3 role         text
-- $4 namespaces   text[]   where it may write; empty: anywhere
-- $5 created_by   uuid     null: by a token of the environment
-- $6 days         int      1..365 until it expires
-- →  id uuid
insert into api_token (name, secret_hash, role, namespaces, created_by, expires_at)
values ($1, $2, $3, $4, $5, now() + make_interval(days => $6::int))
returning id
