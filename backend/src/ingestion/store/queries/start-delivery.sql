-- Opens a delivery that is still being received.
--
-- $1 connector   text
-- $2 parameters  jsonb
-- $3 sender      text    person:<uuid> or token:<uuid>
-- $4 request_id  text    null: none
-- →  id bigint, public_id uuid    one row
insert into delivery (connector, parameters, sender, request_id, status)
values ($1::text, $2::jsonb, $3::text, $4::text, 'RECEIVING')
returning id, public_id
