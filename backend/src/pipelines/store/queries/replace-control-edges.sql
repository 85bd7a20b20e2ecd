-- Makes what jobs say of who waits for whom what they say now.
--
-- $1 said  json  [{ said_by, at_us, edges: [{ upstream_id, downstream_id, dependency, trigger_rule }] }]    each job once;
--                at_us in microseconds since 1970, edges each once
-- →  nothing
with speaker as (
  select said_by, timestamptz 'epoch' + at_us * interval '1 microsecond' as at, edges
    from json_to_recordset($1::json) as speaker (said_by bigint, at_us bigint, edges json)
), said as (
  select speaker.said_by, speaker.at, edge.*
    from speaker
   cross join lateral json_to_recordset(speaker.edges) as edge (
         upstream_id bigint, downstream_id bigint, dependency text, trigger_rule text)
), gone as (
  delete from control_edge old
   using speaker
   where old.said_by = speaker.said_by
     and not exists (select from said
                      where said.said_by = old.said_by and said.upstream_id = old.upstream_id
                        and said.downstream_id = old.downstream_id)
)
insert into control_edge (upstream_id, downstream_id, said_by, dependency, trigger_rule, last_seen)
select upstream_id, downstream_id, said_by, dependency, trigger_rule, at from said
on conflict (upstream_id, downstream_id, said_by) do update
   set dependency = excluded.dependency, trigger_rule = excluded.trigger_rule, last_seen = excluded.last_seen
