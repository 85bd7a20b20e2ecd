with source as (
    select * from {{ source('pay', 'disputes') }}
)

select
    id as dispute_id,
    payment_id,
    outcome,
    opened_at
from source
