-- What a person has asked for by name, latest first, one page.
--
-- $1 requested_by  text
-- $2 before        uuid  the last one of the page before; null for the first page
-- $3 first         int   1..101
-- $4 id            uuid  only this one; null for all
-- →  the fields of AccessInquiryRow, by their names in TypeScript
--
-- Only what is granted is told: refused, not decided and not there look the same. Run with everything in sight.
select inquiry.id, inquiry.namespace, inquiry.name, inquiry.purpose, inquiry.requested_at as "requestedAt",
       inquiry.expires_at as "expiresAt",
       case when request.status = 'APPROVED' and request.expires_at > now() then 'GRANTED'
            when inquiry.expires_at <= now() then 'OVER'
            else 'SENT' end as status
  from access_inquiry inquiry
  left join access_request request on request.id = inquiry.request_id
 where inquiry.requested_by = $1::text
   and ($2::uuid is null or inquiry.id < $2)
   and ($4::uuid is null or inquiry.id = $4)
 order by inquiry.id desc
 limit $3::int
