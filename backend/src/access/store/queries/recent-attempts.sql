-- Tries to sign in that did not succeed, of the last hour.
--
-- $1 subjects  text[]   hashed accounts and addresses
-- →  subject text, failures int, seconds_since_last float8    only subjects that have any
--
-- clock_timestamp: the transaction may have waited for its lock.
select subject, count(*)::int as failures,
       extract(epoch from clock_timestamp() - max(at))::float8 as seconds_since_last
  from login_attempt
 where subject = any ($1::text[])
   and at > clock_timestamp() - interval '1 hour'
 group by subject
