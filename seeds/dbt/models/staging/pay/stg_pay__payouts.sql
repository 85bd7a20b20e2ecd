with source as (
    select * from {{ source('pay', 'payouts') }}
)

select
    id as payout_id,
    stall_id,
    {{ cents_to_euros("amount_cents") }} as amount,
    paid_on
from source
