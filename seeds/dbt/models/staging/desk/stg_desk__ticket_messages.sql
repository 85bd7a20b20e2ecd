with source as (
    select * from {{ source('desk', 'ticket_messages') }}
)

select
    id as ticket_message_id,
    ticket_id,
    author,
    body,
    sent_at
from source
