with source as (
    select * from {{ source('courier', 'deliveries') }}
)

select
    id as delivery_id,
    order_id,
    courier_id,
    promised_at,
    delivered_at
from source
