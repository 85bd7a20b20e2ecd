with source as (
    select * from {{ source('pay', 'refunds') }}
)

select
    id as refund_id,
    payment_id,
    {{ cents_to_euros("amount_cents") }} as amount,
    reason,
    created_at
from source
