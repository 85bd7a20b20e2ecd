with source as (
    select * from {{ source('pay', 'payments') }}
)

select
    id as payment_id,
    order_id,
    method,
    card_last4,
    {{ cents_to_euros("amount_cents") }} as amount,
    status,
    created_at
from source
