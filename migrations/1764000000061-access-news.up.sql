-- Tells every backend when a token or a person may do less than before: they remember verified tokens for some seconds.
create function tell_access() returns trigger language plpgsql as $$
begin
  perform pg_notify('tributary_access', '');
  return null;
end
$$;

-- Of the columns that decide; noting a token's last use is no news.
create trigger api_token_news after update of secret_hash, role, namespaces, revoked_at, expires_at or delete
  on api_token for each statement execute function tell_access();
create trigger person_news after update of role, is_disabled or delete
  on person for each statement execute function tell_access();
