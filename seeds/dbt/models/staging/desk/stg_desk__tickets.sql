with source as (
    select * from {{ source('desk', 'tickets') }}
)

select
    id as ticket_id,
    customer_id,
    order_id,
    topic,
    opened_at,
    solved_at
from source
