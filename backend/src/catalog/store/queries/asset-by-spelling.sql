-- The asset that a canonical spelling stands for.
--
-- $1 namespace  text   canonical
-- $2 names      text[] canonical name first, then the spelling kept to the letter where that differs
-- →  asset_id bigint   a dataset before a job of the same name: the first name that is known as it is; else the one asset that has the first name in another
--                      case. No row when nothing or, case aside, more than one asset fits.
--
-- Reads asset_identifier's primary key, then asset_identifier_match_idx.
with place as (select id from namespace where name = $1),
     exact as (
       select identifier.asset_id
         from unnest($2::text[]) with ordinality as want (name, rank)
         join asset_identifier as identifier
           on identifier.namespace_id = (select id from place) and identifier.name = want.name
        order by want.rank, identifier.is_job
        limit 1
     ),
     folded as (
       select min(identifier.asset_id) as asset_id
         from asset_identifier as identifier
        where identifier.namespace_id = (select id from place)
          and lower(identifier.name) = lower(($2::text[])[1])
        group by identifier.is_job
       having count(distinct identifier.asset_id) = 1
        order by identifier.is_job
        limit 1
     )
select asset_id from exact
union all
select asset_id from folded where not exists (select from exact)
